// The texts that are measured: a pod of 40 lines, a deployment file of 400, and 200 documents.

export const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: web
spec:
  initContainers:
    - name: wait-for-db
      image: busybox:1.28
      command: ["sh", "-c", "until nc -z db 5432; do sleep 2; done"]
  containers:
    - name: web
      image: nginx:1.27
      ports:
        - name: http
          containerPort: 80
      env:
        - name: LEVEL
          value: debug
      readinessProbe:
        httpGet:
          path: /healthz
          port: http
      volumeMounts:
        - name: logs
          mountPath: /var/log/nginx
    - name: shipper
      image: fluent/fluent-bit:3.2
      args: ["-i", "tail", "-p", "path=/logs/access.log", "-o", "stdout"]
      volumeMounts:
        - name: logs
          mountPath: /logs
          readOnly: true
      resources:
        limits:
          memory: 64Mi
  volumes:
    - name: logs
      emptyDir: {}
`;

const container = (index) => `        - name: worker-${index}
          image: example.com/worker:${index}
          command:
            - sh
            - -c
            - |
              while true; do
                date >> /logs/worker-${index}.log
                sleep 10
              done
          ports:
            - name: port-${index}
              containerPort: ${8000 + index}
          env:
            - name: INDEX
              value: "${index}"
            - name: NODE
              valueFrom:
                fieldRef:
                  fieldPath: spec.nodeName
          resources:
            requests:
              cpu: 100m
              memory: 64Mi
          volumeMounts:
            - name: logs
              mountPath: /logs
`;

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: workers
spec:
  replicas: 3
  selector:
    matchLabels:
      app: workers
  template:
    metadata:
      labels:
        app: workers
    spec:
      containers:
${Array.from({ length: 14 }, (_, index) => container(index)).join('')}      volumes:
        - name: logs
          emptyDir: {}
`;

const documents = Array.from({ length: 200 }, (_, index) => pod.replace('name: web\n', `name: web-${index}\n`)).join(
  '---\n',
);

export const texts = { 'pod, 40 lines': pod, 'deployment, 400 lines': deployment, '200 documents': documents };
