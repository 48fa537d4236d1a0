export type { Format } from './format.ts';
export {
  annotationKey,
  beginningOf,
  domainPath,
  finalizer,
  ownerVersion,
  pathSegment,
  prefixOf,
  printable,
} from './metadata.ts';
export { devicePath, leadsUp } from './mounts.ts';
export {
  configKey,
  dnsLabel,
  dnsSubdomain,
  fileKey,
  headerName,
  labelValue,
  percent,
  percentOfPods,
  portName,
  qualifiedName,
  variableName,
} from './names.ts';
export { ipAddress, parseAddress, searchDomain, writeAddress } from './network.ts';
export { absolutePath, descendingPath, localPath, straightPath } from './paths.ts';
export {
  cronSchedule,
  descriptors,
  type ScheduleProblem,
  scheduleFields,
  scheduleProblems,
  splitTimeZone,
  timeZone,
  timeZoneNames,
} from './schedule.ts';
export { profilePath, sysctlName, unpadded, windowsUserName } from './security.ts';
export {
  csiDriver,
  datasetName,
  domainKey,
  flexOption,
  hostPorts,
  iscsiName,
  registryWords,
  signerName,
  trustBundleName,
} from './storage.ts';
