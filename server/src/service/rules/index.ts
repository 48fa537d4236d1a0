import mirrorPodAnnotation from './annotations/mirror-pod-annotation.ts';
import podDeletionCost from './annotations/pod-deletion-cost.ts';
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
import containersMissing from './containers/containers-missing.ts';
import containersNotList from './containers/containers-not-list.ts';
import badQuantity from './decoding/bad-quantity.ts';
import badTime from './decoding/bad-time.ts';
import duplicateKey from './decoding/duplicate-key.ts';
import missingApiVersion from './decoding/missing-api-version.ts';
import missingKind from './decoding/missing-kind.ts';
import nullItem from './decoding/null-item.ts';
import numberOutOfRange from './decoding/number-out-of-range.ts';
import stringNotQuoted from './decoding/string-not-quoted.ts';
import unknownApiVersion from './decoding/unknown-api-version.ts';
import unknownField from './decoding/unknown-field.ts';
import unknownKind from './decoding/unknown-kind.ts';
import wrongType from './decoding/wrong-type.ts';
import yamlSyntax from './decoding/yaml-syntax.ts';
import envNameDuplicate from './env/env-name-duplicate.ts';
import envNotList from './env/env-not-list.ts';
import envValueAndValueFrom from './env/env-value-and-value-from.ts';
import envValueNotString from './env/env-value-not-string.ts';
import containerRestartPolicy from './init/container-restart-policy.ts';
import initContainerProbe from './init/init-container-probe.ts';
import droppedField from './limits/dropped-field.ts';
import duplicateValue from './limits/duplicate-value.ts';
import labelInvalid from './limits/label-invalid.ts';
import nameInvalid from './limits/name-invalid.ts';
import oneOfConflict from './limits/one-of-conflict.ts';
import oneOfMissing from './limits/one-of-missing.ts';
import portNameInvalid from './limits/port-name-invalid.ts';
import requiredField from './limits/required-field.ts';
import unsupportedValue from './limits/unsupported-value.ts';
import valueMalformed from './limits/value-malformed.ts';
import valueOutOfBounds from './limits/value-out-of-bounds.ts';
import valueTooLong from './limits/value-too-long.ts';
import annotationWithoutEffect from './metadata/annotation-without-effect.ts';
import appArmorAnnotation from './metadata/app-armor-annotation.ts';
import podNameNotLabel from './metadata/pod-name-not-label.ts';
import serverOwnedField from './metadata/server-owned-field.ts';
import gracePeriodNegative from './pod/grace-period-negative.ts';
import hostAliasDuplicate from './pod/host-alias-duplicate.ts';
import ipNotCanonical from './pod/ip-not-canonical.ts';
import podRestartPolicy from './pod/pod-restart-policy.ts';
import pullSecretDuplicate from './pod/pull-secret-duplicate.ts';
import pullSecretNameless from './pod/pull-secret-nameless.ts';
import containerPortDuplicate from './ports/container-port-duplicate.ts';
import hostIpWithoutHostPort from './ports/host-ip-without-host-port.ts';
import hostPortMismatch from './ports/host-port-mismatch.ts';
import portNameShared from './ports/port-name-shared.ts';
import type { Rule } from './rule.ts';
import containerExitsAtOnce from './runtime/container-exits-at-once.ts';
import initContainerNeverEnds from './runtime/init-container-never-ends.ts';
import apparmorContainerNotFound from './security/apparmor-container-not-found.ts';
import hostUsersConflict from './security/host-users-conflict.ts';
import localhostProfileUnused from './security/localhost-profile-unused.ts';
import privilegeEscalationConflict from './security/privilege-escalation-conflict.ts';
import procMountUnmasked from './security/proc-mount-unmasked.ts';
import profileAnnotationInvalid from './security/profile-annotation-invalid.ts';
import profileAnnotationMismatch from './security/profile-annotation-mismatch.ts';
import shareProcessNamespaceConflict from './security/share-process-namespace-conflict.ts';
import sysctlHostNamespace from './security/sysctl-host-namespace.ts';
import deprecatedNodeLabel from './selectors/deprecated-node-label.ts';
import labelSelectorMissing from './selectors/label-selector-missing.ts';
import nodeLabelValueInvalid from './selectors/node-label-value-invalid.ts';
import selectorValues from './selectors/selector-values.ts';
import misplacedField from './structure/misplaced-field.ts';
import mountPathDuplicate from './volumes/mount-path-duplicate.ts';
import mountVolumeNotFound from './volumes/mount-volume-not-found.ts';
import projectedSourceEmpty from './volumes/projected-source-empty.ts';
import volumePathOverlap from './volumes/volume-path-overlap.ts';
import volumeTypeRemoved from './volumes/volume-type-removed.ts';
import volumeUnused from './volumes/volume-unused.ts';
import fieldNotForOs from './windows/field-not-for-os.ts';
import hostProcessMixed from './windows/host-process-mixed.ts';
import hostProcessWithoutHostNetwork from './windows/host-process-without-host-network.ts';
import indexedJobTooLarge from './workloads/indexed-job-too-large.ts';
import revisionHistoryNegative from './workloads/revision-history-negative.ts';

/** Every rule, sorted by file. */
export const rules: readonly Rule[] = [
  mirrorPodAnnotation,
  podDeletionCost,
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
  containersMissing,
  containersNotList,
  badQuantity,
  badTime,
  duplicateKey,
  missingApiVersion,
  missingKind,
  nullItem,
  numberOutOfRange,
  stringNotQuoted,
  unknownApiVersion,
  unknownField,
  unknownKind,
  wrongType,
  yamlSyntax,
  envNameDuplicate,
  envNotList,
  envValueAndValueFrom,
  envValueNotString,
  containerRestartPolicy,
  initContainerProbe,
  droppedField,
  duplicateValue,
  labelInvalid,
  nameInvalid,
  oneOfConflict,
  oneOfMissing,
  portNameInvalid,
  requiredField,
  unsupportedValue,
  valueMalformed,
  valueOutOfBounds,
  valueTooLong,
  annotationWithoutEffect,
  appArmorAnnotation,
  podNameNotLabel,
  serverOwnedField,
  gracePeriodNegative,
  hostAliasDuplicate,
  ipNotCanonical,
  podRestartPolicy,
  pullSecretDuplicate,
  pullSecretNameless,
  containerPortDuplicate,
  hostIpWithoutHostPort,
  hostPortMismatch,
  portNameShared,
  containerExitsAtOnce,
  initContainerNeverEnds,
  apparmorContainerNotFound,
  hostUsersConflict,
  localhostProfileUnused,
  privilegeEscalationConflict,
  procMountUnmasked,
  profileAnnotationInvalid,
  profileAnnotationMismatch,
  shareProcessNamespaceConflict,
  sysctlHostNamespace,
  deprecatedNodeLabel,
  labelSelectorMissing,
  nodeLabelValueInvalid,
  selectorValues,
  misplacedField,
  mountPathDuplicate,
  mountVolumeNotFound,
  projectedSourceEmpty,
  volumePathOverlap,
  volumeTypeRemoved,
  volumeUnused,
  fieldNotForOs,
  hostProcessMixed,
  hostProcessWithoutHostNetwork,
  indexedJobTooLarge,
  revisionHistoryNegative,
];

const byCode = new Map(rules.map((rule) => [rule.code, rule]));

export function ruleOf(code: string): Rule | undefined {
  return byCode.get(code);
}

export type { Fix, Problem, Rule, RuleContext, Severity } from './rule.ts';
