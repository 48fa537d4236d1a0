export type { Format } from './format.ts';
export {
  configKey,
  dnsLabel,
  dnsSubdomain,
  headerName,
  labelValue,
  percent,
  portName,
  qualifiedName,
  variableName,
} from './names.ts';
export { sysctlName } from './security.ts';
