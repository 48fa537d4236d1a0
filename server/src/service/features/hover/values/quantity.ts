import * as l10n from '@vscode/l10n';
import { isWindows } from '../../../model/index.ts';
import { type Quantity, quantityOf } from '../../../schema/quantity.ts';
import { code } from '../../markdown.ts';
import type { TokenPlace } from '../../place.ts';

/** An amount in the unit of what it is of: bytes, or CPUs. */
export function quantityMeaning(place: TokenPlace): string | undefined {
  const quantity = quantityOf(place.token);
  const thousandths = quantity && inThousandths(quantity);
  if (quantity === undefined || thousandths === undefined || thousandths < 0n) return undefined;
  const unit = unitOf(place);
  if (thousandths === 0n && unit && isLimit(place)) return l10n.t('**0 is no limit.**');
  switch (unit) {
    case 'bytes':
      return bytesText(thousandths, quantity);
    case 'cpus':
      return cpuText(thousandths, place);
    default:
      return undefined;
  }
}

/** What an amount is counted in; undefined where that depends on who offers it. */
function unitOf({ object, name, entry }: TokenPlace): 'bytes' | 'cpus' | undefined {
  if (name === 'sizeLimit') return 'bytes';
  const resource = name === 'divisor' ? object.string('resource')?.replace(/^\w+\./, '') : entry;
  if (resource === 'cpu') return 'cpus';
  return /^(?:memory|storage|ephemeral-storage|hugepages-.+)$/.test(resource ?? '') ? 'bytes' : undefined;
}

/** Whether the kubelet takes 0 as no limit, as its calculateLinuxResources does. */
function isLimit({ name, entry }: TokenPlace): boolean {
  return name === 'limits' && (entry === 'cpu' || entry === 'memory');
}

/** As the API server keeps it: rounded up to thousandths. */
function inThousandths({ digits, scale }: Quantity): bigint {
  if (scale >= -3) return digits * 10n ** BigInt(scale + 3);
  const unit = 10n ** BigInt(-3 - scale);
  return digits / unit + (digits % unit > 0n ? 1n : 0n);
}

function bytesText(thousandths: bigint, { text }: Quantity): string {
  if (thousandths % 1000n !== 0n) {
    return thousandths < 1000n
      ? l10n.t(
          '**{0} bytes**, less than one: `m` stands for thousandths, `M` and `Mi` for millions.',
          decimal(thousandths),
        )
      : l10n.t('**{0} bytes**: `m` stands for thousandths, `M` and `Mi` for millions.', decimal(thousandths));
  }
  const bytes = thousandths / 1000n;
  const short = binary(bytes);
  const exact = bytes === 1n ? l10n.t('1 byte') : l10n.t('{0} bytes', grouped(bytes));
  return short === undefined || short === text ? `**${exact}**` : `**${exact}**, ${code(short)}`;
}

const binaryUnits = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** Bytes in the largest unit of which there is one: `1.5Gi`, `≈ 0.93Gi`; undefined below 1Ki. */
function binary(bytes: bigint): string | undefined {
  let amount = Number(bytes);
  let unit = -1;
  while (amount >= 1024 && unit < binaryUnits.length - 1) {
    amount /= 1024;
    unit++;
  }
  if (unit < 0) return undefined;
  const rounded = Math.round(amount * 100) / 100;
  return `${rounded === amount ? '' : '≈ '}${rounded}${binaryUnits[unit]}`;
}

function cpuText(thousandths: bigint, { name, workload: { pod } }: TokenPlace): string {
  const cpus =
    thousandths === 1000n
      ? l10n.t('**1 CPU**')
      : thousandths > 0n && thousandths < 1000n
        ? l10n.t('**{0} of a CPU**', decimal(thousandths))
        : l10n.t('**{0} CPUs**', decimal(thousandths));
  if (name !== 'limits' || (pod && isWindows(pod))) return cpus;
  // the kubelet's cpuCFSQuotaPeriod, as long as nobody changes it, and its MinQuotaPeriod
  const time = thousandths < 10n ? 1000n : thousandths * 100n;
  return l10n.t('{0}: at most {1} ms of processor time in every 100 ms.', cpus, decimal(time));
}

/** A number of thousandths as a decimal: `1.5`. */
function decimal(thousandths: bigint): string {
  const fraction = String(thousandths % 1000n)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${grouped(thousandths / 1000n)}${fraction && `.${fraction}`}`;
}

function grouped(number: bigint): string {
  return number.toLocaleString('en-US');
}
