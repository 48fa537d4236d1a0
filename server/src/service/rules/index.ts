import annotationWithoutEffect from './annotations/annotation-without-effect.ts';
import appArmorAnnotation from './annotations/app-armor-annotation.ts';
import appArmorContainerNotFound from './annotations/app-armor-container-not-found.ts';
import mirrorPodAnnotation from './annotations/mirror-pod-annotation.ts';
import podDeletionCost from './annotations/pod-deletion-cost.ts';
import profileAnnotationInvalid from './annotations/profile-annotation-invalid.ts';
import profileAnnotationMismatch from './annotations/profile-annotation-mismatch.ts';
import tolerationsAnnotation from './annotations/tolerations-annotation.ts';
import commandItemMap from './command/command-item-map.ts';
import commandItemNested from './command/command-item-nested.ts';
import commandItemNotString from './command/command-item-not-string.ts';
import commandItemNull from './command/command-item-null.ts';
import commandLineInOneItem from './command/command-line-in-one-item.ts';
import commandNotList from './command/command-not-list.ts';
import execNotObject from './command/exec-not-object.ts';
import shellCWithoutScript from './command/shell-c-without-script.ts';
import shellIgnoredArgs from './command/shell-ignored-args.ts';
import shellSyntaxWithoutShell from './command/shell-syntax-without-shell.ts';
import shellWithoutC from './command/shell-without-c.ts';
import smartQuotes from './command/smart-quotes.ts';
import variableWithoutShell from './command/variable-without-shell.ts';
import containerImageMissing from './containers/container-image-missing.ts';
import containerNameDuplicate from './containers/container-name-duplicate.ts';
import containerNameInvalid from './containers/container-name-invalid.ts';
import containerNameMissing from './containers/container-name-missing.ts';
import containerNotObject from './containers/container-not-object.ts';
import containerRestartPolicy from './containers/container-restart-policy.ts';
import containersMissing from './containers/containers-missing.ts';
import containersNotList from './containers/containers-not-list.ts';
import ephemeralContainersInManifest from './containers/ephemeral-containers-in-manifest.ts';
import imageWhitespace from './containers/image-whitespace.ts';
import initContainerProbe from './containers/init-container-probe.ts';
import restartRulesOfSidecar from './containers/restart-rules-of-sidecar.ts';
import restartRulesWithoutPolicy from './containers/restart-rules-without-policy.ts';
import badQuantity from './decoding/bad-quantity.ts';
import badTime from './decoding/bad-time.ts';
import duplicateKey from './decoding/duplicate-key.ts';
import misplacedField from './decoding/misplaced-field.ts';
import missingApiVersion from './decoding/missing-api-version.ts';
import missingKind from './decoding/missing-kind.ts';
import nullItem from './decoding/null-item.ts';
import numberOutOfRange from './decoding/number-out-of-range.ts';
import separatorMissing from './decoding/separator-missing.ts';
import stringNotQuoted from './decoding/string-not-quoted.ts';
import unknownApiVersion from './decoding/unknown-api-version.ts';
import unknownField from './decoding/unknown-field.ts';
import unknownKind from './decoding/unknown-kind.ts';
import wrongType from './decoding/wrong-type.ts';
import yamlSyntax from './decoding/yaml-syntax.ts';
import dollarCollapses from './env/dollar-collapses.ts';
import downwardApiDivisor from './env/downward-api-divisor.ts';
import downwardApiField from './env/downward-api-field.ts';
import downwardApiKey from './env/downward-api-key.ts';
import downwardApiVersion from './env/downward-api-version.ts';
import envNameDuplicate from './env/env-name-duplicate.ts';
import envNotList from './env/env-not-list.ts';
import envValueAndValueFrom from './env/env-value-and-value-from.ts';
import envValueNotString from './env/env-value-not-string.ts';
import fileKeyVolume from './env/file-key-volume.ts';
import referenceBeforeDefinition from './env/reference-before-definition.ts';
import referenceInProbe from './env/reference-in-probe.ts';
import referenceUndefined from './env/reference-undefined.ts';
import argsWithoutEntrypoint from './images/args-without-entrypoint.ts';
import busyboxNslookup from './images/busybox-nslookup.ts';
import commandSkipsEntrypoint from './images/command-skips-entrypoint.ts';
import commandStartsWithOption from './images/command-starts-with-option.ts';
import digAlwaysSucceeds from './images/dig-always-succeeds.ts';
import imageNeverPulled from './images/image-never-pulled.ts';
import imageReferenceInvalid from './images/image-reference-invalid.ts';
import sameServerPort from './images/same-server-port.ts';
import shellNotInImage from './images/shell-not-in-image.ts';
import sleepInfinity from './images/sleep-infinity.ts';
import toolNotInImage from './images/tool-not-in-image.ts';
import backoffLimitPerIndexMissing from './jobs/backoff-limit-per-index-missing.ts';
import exitCodesContainerNotFound from './jobs/exit-codes-container-not-found.ts';
import exitCodesInvalid from './jobs/exit-codes-invalid.ts';
import failurePolicyRestart from './jobs/failure-policy-restart.ts';
import indexedJobCompletions from './jobs/indexed-job-completions.ts';
import indexedJobLimit from './jobs/indexed-job-limit.ts';
import indexedJobTooLarge from './jobs/indexed-job-too-large.ts';
import jobLabelReserved from './jobs/job-label-reserved.ts';
import jobNameInvalid from './jobs/job-name-invalid.ts';
import jobNotIndexed from './jobs/job-not-indexed.ts';
import jobSelector from './jobs/job-selector.ts';
import succeededCountTooLarge from './jobs/succeeded-count-too-large.ts';
import succeededIndexesInvalid from './jobs/succeeded-indexes-invalid.ts';
import configKeyInvalid from './limits/config-key-invalid.ts';
import cronScheduleInvalid from './limits/cron-schedule-invalid.ts';
import droppedField from './limits/dropped-field.ts';
import duplicateValue from './limits/duplicate-value.ts';
import headerNameInvalid from './limits/header-name-invalid.ts';
import ipInvalid from './limits/ip-invalid.ts';
import labelInvalid from './limits/label-invalid.ts';
import nameInvalid from './limits/name-invalid.ts';
import oneOfConflict from './limits/one-of-conflict.ts';
import oneOfMissing from './limits/one-of-missing.ts';
import pathInvalid from './limits/path-invalid.ts';
import percentInvalid from './limits/percent-invalid.ts';
import portNameInvalid from './limits/port-name-invalid.ts';
import requiredField from './limits/required-field.ts';
import timeZoneInvalid from './limits/time-zone-invalid.ts';
import unsupportedValue from './limits/unsupported-value.ts';
import valueMalformed from './limits/value-malformed.ts';
import valueOutOfBounds from './limits/value-out-of-bounds.ts';
import valueTooLong from './limits/value-too-long.ts';
import variableNameInvalid from './limits/variable-name-invalid.ts';
import finalizerConflict from './metadata/finalizer-conflict.ts';
import ownerReferenceInvalid from './metadata/owner-reference-invalid.ts';
import podNameNotLabel from './metadata/pod-name-not-label.ts';
import serverOwnedField from './metadata/server-owned-field.ts';
import deviceAndMount from './mounts/device-and-mount.ts';
import deviceDuplicate from './mounts/device-duplicate.ts';
import deviceVolumeKind from './mounts/device-volume-kind.ts';
import mountPathDuplicate from './mounts/mount-path-duplicate.ts';
import mountPropagationUnprivileged from './mounts/mount-propagation-unprivileged.ts';
import mountVolumeNotFound from './mounts/mount-volume-not-found.ts';
import recursiveReadOnly from './mounts/recursive-read-only.ts';
import subPathConflict from './mounts/sub-path-conflict.ts';
import dnsSearchListTooLong from './pod/dns-search-list-too-long.ts';
import dnsServersMissing from './pod/dns-servers-missing.ts';
import gracePeriodNegative from './pod/grace-period-negative.ts';
import hostAliasDuplicate from './pod/host-alias-duplicate.ts';
import hostnameOverrideConflict from './pod/hostname-override-conflict.ts';
import ipNotCanonical from './pod/ip-not-canonical.ts';
import podRestartPolicy from './pod/pod-restart-policy.ts';
import pullSecretDuplicate from './pod/pull-secret-duplicate.ts';
import pullSecretNameless from './pod/pull-secret-nameless.ts';
import podSecurityAllowPrivilegeEscalation from './podsecurity/pod-security-allow-privilege-escalation.ts';
import podSecurityAppArmorProfile from './podsecurity/pod-security-app-armor-profile.ts';
import podSecurityCapabilities from './podsecurity/pod-security-capabilities.ts';
import podSecurityHostNamespaces from './podsecurity/pod-security-host-namespaces.ts';
import podSecurityHostPathVolumes from './podsecurity/pod-security-host-path-volumes.ts';
import podSecurityHostPorts from './podsecurity/pod-security-host-ports.ts';
import podSecurityHostProbesAndHostLifecycle from './podsecurity/pod-security-host-probes-and-host-lifecycle.ts';
import podSecurityPrivileged from './podsecurity/pod-security-privileged.ts';
import podSecurityProcMount from './podsecurity/pod-security-proc-mount.ts';
import podSecurityRestrictedVolumes from './podsecurity/pod-security-restricted-volumes.ts';
import podSecurityRunAsNonRoot from './podsecurity/pod-security-run-as-non-root.ts';
import podSecurityRunAsUser from './podsecurity/pod-security-run-as-user.ts';
import podSecuritySeLinuxOptions from './podsecurity/pod-security-se-linux-options.ts';
import podSecuritySeccompProfile from './podsecurity/pod-security-seccomp-profile.ts';
import podSecuritySysctls from './podsecurity/pod-security-sysctls.ts';
import podSecurityWindowsHostProcess from './podsecurity/pod-security-windows-host-process.ts';
import containerPortDuplicate from './ports/container-port-duplicate.ts';
import hostIpWithoutHostPort from './ports/host-ip-without-host-port.ts';
import hostPortConflict from './ports/host-port-conflict.ts';
import hostPortMismatch from './ports/host-port-mismatch.ts';
import portNameShared from './ports/port-name-shared.ts';
import portNumberInQuotes from './probes/port-number-in-quotes.ts';
import probePortNotFound from './probes/probe-port-not-found.ts';
import probeSuccessThreshold from './probes/probe-success-threshold.ts';
import readinessGracePeriod from './probes/readiness-grace-period.ts';
import sleepTooLong from './probes/sleep-too-long.ts';
import containerLimitAbovePod from './resources/container-limit-above-pod.ts';
import cpuLooksLikeMillis from './resources/cpu-looks-like-millis.ts';
import fractionalBytes from './resources/fractional-bytes.ts';
import hugepagesNotMultiple from './resources/hugepages-not-multiple.ts';
import hugepagesWithoutMemory from './resources/hugepages-without-memory.ts';
import podLevelClaims from './resources/pod-level-claims.ts';
import podRequestTooSmall from './resources/pod-request-too-small.ts';
import podResourcesOnWindows from './resources/pod-resources-on-windows.ts';
import resizeRestartImpossible from './resources/resize-restart-impossible.ts';
import resourceClaimDuplicate from './resources/resource-claim-duplicate.ts';
import resourceClaimNotFound from './resources/resource-claim-not-found.ts';
import resourceNameUnknown from './resources/resource-name-unknown.ts';
import resourceNegative from './resources/resource-negative.ts';
import resourceNotWhole from './resources/resource-not-whole.ts';
import resourceOvercommit from './resources/resource-overcommit.ts';
import resourceRequestAboveLimit from './resources/resource-request-above-limit.ts';
import type { Rule } from './rule.ts';
import calledBeforeStart from './runtime/called-before-start.ts';
import containerExitsAtOnce from './runtime/container-exits-at-once.ts';
import initContainerNeverEnds from './runtime/init-container-never-ends.ts';
import jobNeverCompletes from './runtime/job-never-completes.ts';
import killedWhileStarting from './runtime/killed-while-starting.ts';
import nonRootUserUnknown from './runtime/non-root-user-unknown.ts';
import rootCommandAsNonRoot from './runtime/root-command-as-non-root.ts';
import waitsForOwnService from './runtime/waits-for-own-service.ts';
import deprecatedNodeLabel from './scheduling/deprecated-node-label.ts';
import labelKeysOverlap from './scheduling/label-keys-overlap.ts';
import labelKeysWithoutSelector from './scheduling/label-keys-without-selector.ts';
import labelSelectorMissing from './scheduling/label-selector-missing.ts';
import nodeLabelValueInvalid from './scheduling/node-label-value-invalid.ts';
import schedulingGatesWithNode from './scheduling/scheduling-gates-with-node.ts';
import spreadConstraintDuplicate from './scheduling/spread-constraint-duplicate.ts';
import spreadMinDomains from './scheduling/spread-min-domains.ts';
import tolerationOperator from './scheduling/toleration-operator.ts';
import tolerationSeconds from './scheduling/toleration-seconds.ts';
import scriptBackgroundOnly from './scripts/script-background-only.ts';
import scriptCutByComment from './scripts/script-cut-by-comment.ts';
import scriptFolded from './scripts/script-folded.ts';
import scriptServerToBackground from './scripts/script-server-to-background.ts';
import scriptSetELoop from './scripts/script-set-e-loop.ts';
import scriptSyntaxError from './scripts/script-syntax-error.ts';
import scriptUnterminated from './scripts/script-unterminated.ts';
import hostUsersConflict from './security/host-users-conflict.ts';
import localhostProfileUnused from './security/localhost-profile-unused.ts';
import privilegeEscalationConflict from './security/privilege-escalation-conflict.ts';
import procMountUnmasked from './security/proc-mount-unmasked.ts';
import shareProcessNamespaceConflict from './security/share-process-namespace-conflict.ts';
import sysctlHostNamespace from './security/sysctl-host-namespace.ts';
import selectorMismatch from './selectors/selector-mismatch.ts';
import selectorMissing from './selectors/selector-missing.ts';
import selectorValues from './selectors/selector-values.ts';
import azureDiskKind from './volumes/azure-disk-kind.ts';
import claimAccessModes from './volumes/claim-access-modes.ts';
import claimSourceGroup from './volumes/claim-source-group.ts';
import claimSourcesDiffer from './volumes/claim-sources-differ.ts';
import claimStorageMissing from './volumes/claim-storage-missing.ts';
import claimTemplateMetadata from './volumes/claim-template-metadata.ts';
import ephemeralClaimReused from './volumes/ephemeral-claim-reused.ts';
import memoryVolumeUnlimited from './volumes/memory-volume-unlimited.ts';
import projectedPathDuplicate from './volumes/projected-path-duplicate.ts';
import projectedSourceEmpty from './volumes/projected-source-empty.ts';
import sizeLimitNegative from './volumes/size-limit-negative.ts';
import tokenWithoutAccount from './volumes/token-without-account.ts';
import trustBundleSelector from './volumes/trust-bundle-selector.ts';
import volumeNameDuplicate from './volumes/volume-name-duplicate.ts';
import volumeNameInvalid from './volumes/volume-name-invalid.ts';
import volumeNameMissing from './volumes/volume-name-missing.ts';
import volumeNameTooLong from './volumes/volume-name-too-long.ts';
import volumePathOverlap from './volumes/volume-path-overlap.ts';
import volumeReplacedByClaim from './volumes/volume-replaced-by-claim.ts';
import volumeTypeRemoved from './volumes/volume-type-removed.ts';
import volumeUnused from './volumes/volume-unused.ts';
import volumeWithoutSource from './volumes/volume-without-source.ts';
import fieldNotForOs from './windows/field-not-for-os.ts';
import hostProcessMixed from './windows/host-process-mixed.ts';
import hostProcessWithoutHostNetwork from './windows/host-process-without-host-network.ts';
import ambassadorPortMismatch from './wiring/ambassador-port-mismatch.ts';
import commandIsDirectory from './wiring/command-is-directory.ts';
import configKeyNotFound from './wiring/config-key-not-found.ts';
import fileNotShared from './wiring/file-not-shared.ts';
import initOutputNotShared from './wiring/init-output-not-shared.ts';
import initVolumeNotShared from './wiring/init-volume-not-shared.ts';
import mountDirectoryOnFile from './wiring/mount-directory-on-file.ts';
import mountHidesImageFiles from './wiring/mount-hides-image-files.ts';
import scriptNotExecutable from './wiring/script-not-executable.ts';
import sharedPathNotWritten from './wiring/shared-path-not-written.ts';
import subPathNotFound from './wiring/sub-path-not-found.ts';
import progressDeadlineTooShort from './workloads/progress-deadline-too-short.ts';
import revisionHistoryNegative from './workloads/revision-history-negative.ts';
import rollingUpdateImpossible from './workloads/rolling-update-impossible.ts';
import rollingUpdateUnused from './workloads/rolling-update-unused.ts';
import templateDeadline from './workloads/template-deadline.ts';

/** Every rule, sorted by file. */
export const rules: readonly Rule[] = [
  annotationWithoutEffect,
  appArmorAnnotation,
  appArmorContainerNotFound,
  mirrorPodAnnotation,
  podDeletionCost,
  profileAnnotationInvalid,
  profileAnnotationMismatch,
  tolerationsAnnotation,
  commandItemMap,
  commandItemNested,
  commandItemNotString,
  commandItemNull,
  commandLineInOneItem,
  commandNotList,
  execNotObject,
  shellCWithoutScript,
  shellIgnoredArgs,
  shellSyntaxWithoutShell,
  shellWithoutC,
  smartQuotes,
  variableWithoutShell,
  containerImageMissing,
  containerNameDuplicate,
  containerNameInvalid,
  containerNameMissing,
  containerNotObject,
  containerRestartPolicy,
  containersMissing,
  containersNotList,
  ephemeralContainersInManifest,
  imageWhitespace,
  initContainerProbe,
  restartRulesOfSidecar,
  restartRulesWithoutPolicy,
  badQuantity,
  badTime,
  duplicateKey,
  misplacedField,
  missingApiVersion,
  missingKind,
  nullItem,
  numberOutOfRange,
  separatorMissing,
  stringNotQuoted,
  unknownApiVersion,
  unknownField,
  unknownKind,
  wrongType,
  yamlSyntax,
  dollarCollapses,
  downwardApiDivisor,
  downwardApiField,
  downwardApiKey,
  downwardApiVersion,
  envNameDuplicate,
  envNotList,
  envValueAndValueFrom,
  envValueNotString,
  fileKeyVolume,
  referenceBeforeDefinition,
  referenceInProbe,
  referenceUndefined,
  argsWithoutEntrypoint,
  busyboxNslookup,
  commandSkipsEntrypoint,
  commandStartsWithOption,
  digAlwaysSucceeds,
  imageNeverPulled,
  imageReferenceInvalid,
  sameServerPort,
  shellNotInImage,
  sleepInfinity,
  toolNotInImage,
  backoffLimitPerIndexMissing,
  exitCodesContainerNotFound,
  exitCodesInvalid,
  failurePolicyRestart,
  indexedJobCompletions,
  indexedJobLimit,
  indexedJobTooLarge,
  jobLabelReserved,
  jobNameInvalid,
  jobNotIndexed,
  jobSelector,
  succeededCountTooLarge,
  succeededIndexesInvalid,
  configKeyInvalid,
  cronScheduleInvalid,
  droppedField,
  duplicateValue,
  headerNameInvalid,
  ipInvalid,
  labelInvalid,
  nameInvalid,
  oneOfConflict,
  oneOfMissing,
  pathInvalid,
  percentInvalid,
  portNameInvalid,
  requiredField,
  timeZoneInvalid,
  unsupportedValue,
  valueMalformed,
  valueOutOfBounds,
  valueTooLong,
  variableNameInvalid,
  finalizerConflict,
  ownerReferenceInvalid,
  podNameNotLabel,
  serverOwnedField,
  deviceAndMount,
  deviceDuplicate,
  deviceVolumeKind,
  mountPathDuplicate,
  mountPropagationUnprivileged,
  mountVolumeNotFound,
  recursiveReadOnly,
  subPathConflict,
  dnsSearchListTooLong,
  dnsServersMissing,
  gracePeriodNegative,
  hostAliasDuplicate,
  hostnameOverrideConflict,
  ipNotCanonical,
  podRestartPolicy,
  pullSecretDuplicate,
  pullSecretNameless,
  podSecurityAllowPrivilegeEscalation,
  podSecurityAppArmorProfile,
  podSecurityCapabilities,
  podSecurityHostNamespaces,
  podSecurityHostPathVolumes,
  podSecurityHostPorts,
  podSecurityHostProbesAndHostLifecycle,
  podSecurityPrivileged,
  podSecurityProcMount,
  podSecurityRestrictedVolumes,
  podSecurityRunAsNonRoot,
  podSecurityRunAsUser,
  podSecuritySeLinuxOptions,
  podSecuritySeccompProfile,
  podSecuritySysctls,
  podSecurityWindowsHostProcess,
  containerPortDuplicate,
  hostIpWithoutHostPort,
  hostPortConflict,
  hostPortMismatch,
  portNameShared,
  portNumberInQuotes,
  probePortNotFound,
  probeSuccessThreshold,
  readinessGracePeriod,
  sleepTooLong,
  containerLimitAbovePod,
  cpuLooksLikeMillis,
  fractionalBytes,
  hugepagesNotMultiple,
  hugepagesWithoutMemory,
  podLevelClaims,
  podRequestTooSmall,
  podResourcesOnWindows,
  resizeRestartImpossible,
  resourceClaimDuplicate,
  resourceClaimNotFound,
  resourceNameUnknown,
  resourceNegative,
  resourceNotWhole,
  resourceOvercommit,
  resourceRequestAboveLimit,
  calledBeforeStart,
  containerExitsAtOnce,
  initContainerNeverEnds,
  jobNeverCompletes,
  killedWhileStarting,
  nonRootUserUnknown,
  rootCommandAsNonRoot,
  waitsForOwnService,
  deprecatedNodeLabel,
  labelKeysOverlap,
  labelKeysWithoutSelector,
  labelSelectorMissing,
  nodeLabelValueInvalid,
  schedulingGatesWithNode,
  spreadConstraintDuplicate,
  spreadMinDomains,
  tolerationOperator,
  tolerationSeconds,
  scriptBackgroundOnly,
  scriptCutByComment,
  scriptFolded,
  scriptServerToBackground,
  scriptSetELoop,
  scriptSyntaxError,
  scriptUnterminated,
  hostUsersConflict,
  localhostProfileUnused,
  privilegeEscalationConflict,
  procMountUnmasked,
  shareProcessNamespaceConflict,
  sysctlHostNamespace,
  selectorMismatch,
  selectorMissing,
  selectorValues,
  azureDiskKind,
  claimAccessModes,
  claimSourceGroup,
  claimSourcesDiffer,
  claimStorageMissing,
  claimTemplateMetadata,
  ephemeralClaimReused,
  memoryVolumeUnlimited,
  projectedPathDuplicate,
  projectedSourceEmpty,
  sizeLimitNegative,
  tokenWithoutAccount,
  trustBundleSelector,
  volumeNameDuplicate,
  volumeNameInvalid,
  volumeNameMissing,
  volumeNameTooLong,
  volumePathOverlap,
  volumeReplacedByClaim,
  volumeTypeRemoved,
  volumeUnused,
  volumeWithoutSource,
  fieldNotForOs,
  hostProcessMixed,
  hostProcessWithoutHostNetwork,
  ambassadorPortMismatch,
  commandIsDirectory,
  configKeyNotFound,
  fileNotShared,
  initOutputNotShared,
  initVolumeNotShared,
  mountDirectoryOnFile,
  mountHidesImageFiles,
  scriptNotExecutable,
  sharedPathNotWritten,
  subPathNotFound,
  progressDeadlineTooShort,
  revisionHistoryNegative,
  rollingUpdateImpossible,
  rollingUpdateUnused,
  templateDeadline,
];

const byCode = new Map(rules.map((rule) => [rule.code, rule]));

export function ruleOf(code: string): Rule | undefined {
  return byCode.get(code);
}

export type { Fix, Problem, Rule, Severity } from './rule.ts';
