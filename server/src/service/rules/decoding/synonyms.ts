/** What people write who have another object in mind. */
const synonyms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'core/v1.SecretVolumeSource': { name: 'secretName' },
  'core/v1.ConfigMapVolumeSource': { configMapName: 'name' },
  'core/v1.PersistentVolumeClaimVolumeSource': { name: 'claimName' },
  'core/v1.EnvVarSource': {
    configMap: 'configMapKeyRef',
    configMapRef: 'configMapKeyRef',
    secret: 'secretKeyRef',
    secretRef: 'secretKeyRef',
  },
  'core/v1.EnvFromSource': { configMap: 'configMapRef', secret: 'secretRef' },
  'core/v1.VolumeMount': { path: 'mountPath' },
};

/** The field of a type that is meant by a key it does not have. */
export function synonymOf(type: string, key: string): string | undefined {
  return synonyms[type]?.[key];
}
