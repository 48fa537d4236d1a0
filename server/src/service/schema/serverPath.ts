/** Places where the paths of the API server's errors leave out an index, or name a field as Go does. */
const oddities: readonly (readonly [RegExp, string])[] = [
  // validateMountPropagation and its neighbours are given the path of the list
  [/(\.volumeMounts)\[\d+\](\.(?:mountPropagation|recursiveReadOnly))$/, '$1$2'],
  // validateVolumeSource
  [/(\.volumes\[\d+\])\.gcePersistentDisk(?=\.)/, '$1.persistentDisk'],
  // validateISCSIVolumeSource
  [/(\.iscsi\.initiator)Name$/, '$1name'],
  // validateProjectionSources
  [/(\.projected)\.sources\[\d+\]\.serviceAccountToken\.path$/, '$1.path'],
  // ValidateTemplateObjectMeta
  [/(\.volumeClaimTemplate\.metadata)\.uid$/, '$1.uID'],
  // validateDownwardAPIVolumeFile
  [/(\.downwardAPI)\.items\[\d+\]/, '$1'],
  // validateResizePolicy
  [/(\.resizePolicy\[\d+\])\.resourceName$/, '$1'],
  // ValidateEnvFrom
  [/(\.envFrom)\[\d+\]$/, '$1'],
  // validateSchedulingGates, validatePodDNSConfig
  [/(\.schedulingGates\[\d+\]|\.dnsConfig\.options\[\d+\])\.name$/, '$1'],
];

/** A field path as the API server writes it in its errors: without the index of some lists. */
export function serverPath(path: string): string {
  return oddities.reduce((written, [pattern, replacement]) => written.replace(pattern, replacement), path);
}
