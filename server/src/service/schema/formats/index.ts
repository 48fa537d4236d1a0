export type { Format } from './format.ts';
export { devicePath, fileInVolume, leadsUp } from './mounts.ts';
export {
  configKey,
  dnsLabel,
  dnsSubdomain,
  dnsSubdomainPrefix,
  fileKey,
  headerName,
  labelValue,
  percent,
  portName,
  qualifiedName,
  variableName,
} from './names.ts';
export { profilePath, sysctlName, unpadded, windowsUserName } from './security.ts';
