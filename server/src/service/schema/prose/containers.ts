import * as l10n from '@vscode/l10n';
import { signals } from './signals.ts';
import type { Words, WordsOfTypes } from './words.ts';

const pullPolicy = () => ({
  Always: l10n.t(
    'The registry is asked each time a container starts, so that a moved tag is noticed; layers that are there are not pulled again.',
  ),
  IfNotPresent: l10n.t('The image is pulled only where the node does not have it yet.'),
  Never: l10n.t('The image is never pulled: the node must have it already, or the container does not start.'),
});

/** What containers, init containers and ephemeral containers have in common. */
const common = (): Required<Pick<Words, 'fields' | 'values'>> => ({
  fields: {
    image: l10n.t(
      'The image that the container runs, such as `registry.example.com/team/app:1.2`.\n\nWithout registry it is taken from Docker Hub, without tag or digest the tag is `latest`.',
    ),
    imagePullPolicy: l10n.t(
      'When the image is pulled.\n\nDefaults to `Always` for the tag `latest`, also where neither tag nor digest is written, else to `IfNotPresent`.',
    ),
    command: l10n.t(
      'The program that is run, with its first arguments: it takes the place of the ENTRYPOINT of the image.\n\nIt is not run in a shell. `$(NAME)` is replaced by the variable of the container, `$$(NAME)` stands for `$(NAME)` itself, and a variable that there is not stays as it is written.',
    ),
    args: l10n.t(
      'The arguments of the program: they take the place of the CMD of the image.\n\nThey are not read by a shell. `$(NAME)` is replaced by the variable of the container, `$$(NAME)` stands for `$(NAME)` itself, and a variable that there is not stays as it is written.',
    ),
    terminationMessagePath: l10n.t(
      'The file into which the container may write why it ended.\n\nIts last 4096 bytes get into the status of the pod, 12 kB of all containers together. Defaults to `/dev/termination-log`.',
    ),
    terminationMessagePolicy: l10n.t('Where the message is taken from that says why the container ended.'),
  },
  values: {
    imagePullPolicy: pullPolicy(),
    terminationMessagePolicy: {
      File: l10n.t('The message is what stands in the file `terminationMessagePath`.'),
      FallbackToLogsOnError: l10n.t(
        'The message is what stands in the file; where that is empty and the container failed, it is the end of its log (2048 bytes or 80 lines).',
      ),
    },
  },
});

export const containers = (): WordsOfTypes => ({
  'core/v1.Container': {
    fields: {
      ...common().fields,
      restartPolicy: l10n.t(
        'When this container is started again, where it is not to follow the `restartPolicy` of the pod.\n\nAn init container with `Always` is a sidecar: it keeps running beside the containers, the next init container starts as soon as it has started (and its `startupProbe` has succeeded), and it is stopped after the containers have ended.',
      ),
      startupProbe: l10n.t(
        'Whether the container has started: until this probe succeeds, the others wait.\n\nA container that does not get so far is stopped, and started again as the `restartPolicy` has it.',
      ),
      restartPolicyRules: l10n.t(
        'When the container is started again, by its exit code.\n\nThe first rule that matches counts; where none does, `restartPolicy` decides, which has to be written as well.',
      ),
    },
    values: {
      ...common().values,
      restartPolicy: {
        Always: l10n.t('The container is always started again. An init container becomes a sidecar by it.'),
        Never: l10n.t('The container is not started again.'),
        OnFailure: l10n.t('The container is started again when it failed: when its exit code was not 0.'),
      },
    },
  },
  'core/v1.EphemeralContainer': {
    fields: {
      ...common().fields,
    },
    values: common().values,
  },
  'core/v1.ContainerPort': {
    fields: {
      name: l10n.t(
        'A name for the port, by which probes and Services refer to it.\n\nNo other port of the container may have it, and none of the pod should: a Service takes the first of them.',
      ),
      containerPort: l10n.t("The number of the port on the pod's IP address."),
      hostPort: l10n.t(
        'The port of the node that leads to it; most containers need none.\n\nEach pod that has it needs a node of its own. With `hostNetwork` it is `containerPort`: the server fills it in, and takes no other.',
      ),
      protocol: l10n.t('The protocol of the port.\n\nDefaults to `TCP`.'),
    },
    values: {
      protocol: {
        SCTP: l10n.t('Stream Control Transmission Protocol.'),
        TCP: l10n.t('Transmission Control Protocol, which HTTP and most others use.'),
        UDP: l10n.t('User Datagram Protocol, which DNS uses, for example.'),
      },
    },
  },
  'core/v1.ContainerResizePolicy': {
    fields: {
      resourceName: l10n.t('The resource that this is about.'),
      restartPolicy: l10n.t('Whether the container is restarted when the resource is changed.'),
    },
    values: {
      resourceName: {
        cpu: l10n.t('Changes of CPU requests and limits.'),
        memory: l10n.t('Changes of memory requests and limits.'),
      },
      restartPolicy: {
        NotRequired: l10n.t(
          'The container goes on with the new resources, wherever the node can do that without a restart.',
        ),
        RestartContainer: l10n.t(
          'The container is restarted with the new resources, as programs need that read them only once: Java with `-Xmx`.',
        ),
      },
    },
  },
  'core/v1.ContainerRestartRule': {
    fields: {
      action: l10n.t('What follows when the rule matches.'),
    },
    values: {
      action: {
        Restart: l10n.t('The container is started again.'),
        RestartAllContainers: l10n.t(
          'All containers of the pod are stopped and started again, init containers as well.',
        ),
      },
    },
  },
  'core/v1.ContainerRestartRuleOnExitCodes': {
    fields: {
      operator: l10n.t('Whether the exit code has to be one of the `values`, or none of them.'),
    },
    values: {
      operator: {
        In: l10n.t('The container ended with one of the `values`.'),
        NotIn: l10n.t('The container ended with an exit code that is none of the `values`.'),
      },
    },
  },
  'core/v1.GRPCAction': {
    fields: {
      mode: l10n.t('Whether the call is encrypted.\n\nWithout it, it is not.'),
    },
    values: {
      mode: {
        Plaintext: l10n.t('The call is not encrypted.'),
        TLS: l10n.t('The call is encrypted, but the certificate of the server is not verified.'),
      },
    },
  },
  'core/v1.HTTPGetAction': {
    fields: {
      protocol: l10n.t('The version of HTTP that is spoken.\n\nWithout it, it is HTTP/1.1.'),
    },
    values: {
      scheme: {
        HTTP: l10n.t('The request is not encrypted.'),
        HTTPS: l10n.t('The request is encrypted, but the certificate of the server is not verified.'),
      },
      protocol: {
        HTTP1: l10n.t('HTTP/1.1.'),
        HTTP2: l10n.t('HTTP/2 without encryption (h2c): it needs the `scheme` `HTTP`, and no `host`.'),
      },
    },
  },
  'core/v1.Lifecycle': {
    values: { stopSignal: signals() },
  },
  'core/v1.LifecycleHandler': {
    type: l10n.t(
      'A step in the life of a container: a command, an HTTP request or a pause.\n\nExactly one of `exec`, `httpGet` and `sleep` is written.',
    ),
    fields: {
      tcpSocket: l10n.t('Not supported: it is kept for old manifests, and fails when it is used.'),
    },
  },
  'core/v1.Probe': {
    fields: {
      initialDelaySeconds: l10n.t(
        'How many seconds after the start of the container the first check is made.\n\nDefaults to 0. For slow starts a `startupProbe` is better.',
      ),
      terminationGracePeriodSeconds: l10n.t(
        'How many seconds the container has to stop when the probe has failed, before it is killed.\n\nDefaults to that of the pod. A readiness probe cannot have it, for it stops nothing.',
      ),
    },
  },
  'core/v1.ImageVolumeSource': {
    fields: {
      pullPolicy: l10n.t(
        'When it is pulled.\n\nDefaults to `Always` for the tag `latest`, also where neither tag nor digest is written, else to `IfNotPresent`.',
      ),
    },
    values: { pullPolicy: pullPolicy() },
  },
});
