import { qualifiedName } from './formats/index.ts';
import { newestMinor } from './index.ts';

// ValidateContainerResourceName, validatePodResourceName and helpers.go of pkg/apis/core/helper

const ofContainers = new Set(['cpu', 'memory', 'ephemeral-storage']);

/** What the API server knows, be it for quotas or claims only. */
const standard = new Set([
  ...['', 'requests.', 'limits.'].flatMap((prefix) => [...ofContainers].map((name) => prefix + name)),
  'storage',
  'requests.storage',
  'pods',
  'resourcequotas',
  'services',
  'replicationcontrollers',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers',
]);

/** What the API server says of the name of a resource of a container, or of a pod as a whole; nothing where it takes it. */
export function resourceNameProblems(name: string, ofPod: boolean, minor: number): string[] {
  if (ofPod ? isOfPods(name) && !isHugePages(name) : ofContainers.has(name)) return [];
  const invalid = (words: string) => `Invalid value: ${minor >= 34 ? JSON.stringify(name) : name}: ${words}`;
  const words = minor >= 35 ? 'a valid label key' : 'a qualified name';
  const problems = qualifiedName.problems(name).map((problem) => problem.replace('a valid label key', words));
  const isBare = !name.includes('/');
  if (problems.length === 0 && isBare && !isStandard(name)) {
    problems.push('must be a standard resource type or fully qualified');
  }
  if (ofPod) {
    if (problems.length > 0) return problems.map(invalid);
    if (isOfPods(name)) return [];
    return [`Unsupported value: ${JSON.stringify(name)}: supported values: "cpu", "hugepages-", "memory"`];
  }
  if (isBare && !ofContainers.has(name) && !isHugePages(name)) {
    problems.push('must be a standard resource for containers');
  }
  if (!isNative(name) && !isExtended(name)) problems.push("doesn't follow extended resource name standard");
  return problems.map(invalid);
}

export function isResourceName(name: string, ofPod: boolean): boolean {
  return resourceNameProblems(name, ofPod, newestMinor).length === 0;
}

/** Whether more of a resource may be allowed than is requested (IsOvercommitAllowed). */
export function mayOvercommit(name: string): boolean {
  return isNative(name) && !isHugePages(name);
}

export function isHugePages(name: string): boolean {
  return name.startsWith('hugepages-');
}

/** Whether a pod as a whole can have a resource (IsSupportedPodLevelResource). */
export function isOfPods(name: string): boolean {
  return name === 'cpu' || name === 'memory' || isHugePages(name);
}

function isStandard(name: string): boolean {
  return standard.has(name) || isHugePages(name) || name.startsWith('requests.hugepages-');
}

/** Of Kubernetes itself; a name without a domain is (IsNativeResource). */
function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

/** Of a device, which is given as a whole only (IsExtendedResourceName, IsIntegerResourceName). */
export function isExtended(name: string): boolean {
  if (isNative(name) || name.startsWith('requests.')) return false;
  return qualifiedName.problems(`requests.${name}`).length === 0;
}
