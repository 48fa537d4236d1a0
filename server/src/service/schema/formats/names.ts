import { isOn } from '../gates.ts';
import { type Format, regexWords, tooLong } from './format.ts';

// IsDNS1123Label, IsDNS1123Subdomain and the rest of k8s.io/apimachinery/pkg/util/validation

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const isLabel = new RegExp(`^${label}$`);
const subdomain = `${label}(\\.${label})*`;
const isSubdomain = new RegExp(`^${subdomain}$`);

/** Names of containers, volumes, hosts: `my-app`. */
export const dnsLabel: Format = {
  name: 'dns-label',
  problems(text) {
    const long = tooLong(text, 63);
    if (isLabel.test(text)) return long;
    return isSubdomain.test(text)
      ? [...long, 'must not contain dots']
      : [
          ...long,
          regexWords(
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character",
            label,
            'my-name',
            '123-abc',
          ),
        ];
  },
  mend: (text) => hyphenated(text.toLowerCase(), /[^a-z0-9]+/g, 63),
};

/** Names of most objects: `my-app.example`. */
export const dnsSubdomain: Format = {
  name: 'dns-subdomain',
  problems: (text) => [
    ...tooLong(text, 253),
    ...(isSubdomain.test(text)
      ? []
      : [
          regexWords(
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character",
            subdomain,
            'example.com',
          ),
        ]),
  ],
  mend(text) {
    const parts = text.split('.').map((part) => hyphenated(part.toLowerCase(), /[^a-z0-9]+/g, 63));
    return parts.includes(undefined) ? undefined : parts.join('.');
  },
};

const namePart = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const isNamePart = new RegExp(`^${namePart}$`);
const nameWords = regexWords(
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
  namePart,
  'MyName',
  'my.name',
  '123-abc',
);

/** Keys of labels and annotations: `app`, `example.com/app`. */
export const qualifiedName: Format = {
  name: 'qualified-name',
  problems(text) {
    const parts = text.split('/');
    const name = parts.at(-1) ?? '';
    if (parts.length > 2) {
      return [
        `a valid label key ${nameWords} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
      ];
    }
    return [
      ...(parts.length === 2 ? prefixProblems(parts[0] ?? '') : []),
      ...(name === ''
        ? ['name part must be non-empty']
        : tooLong(name, 63, 'bytes').map((words) => `name part ${words}`)),
      ...(isNamePart.test(name) ? [] : [`name part ${nameWords}`]),
    ];
  },
  mend(text) {
    const [name = '', prefix, ...rest] = text.split('/').reverse();
    const mended = hyphenated(name, /[^-A-Za-z0-9_.]+/g, 63);
    if (mended === undefined || rest.length > 0) return undefined;
    if (prefix === undefined) return mended;
    const before = dnsSubdomain.mend?.(prefix);
    return before && `${before}/${mended}`;
  },
};

function prefixProblems(prefix: string): string[] {
  if (prefix === '') return ['prefix part must be non-empty'];
  return dnsSubdomain.problems(prefix).map((words) => `prefix part ${words}`);
}

const labelText = `(${namePart})?`;
const isLabelText = new RegExp(`^${labelText}$`);

/** Values of labels; may be empty. */
export const labelValue: Format = {
  name: 'label-value',
  problems: (text) => [
    ...tooLong(text, 63, 'bytes'),
    ...(isLabelText.test(text)
      ? []
      : [
          regexWords(
            "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
            labelText,
            'MyValue',
            'my_value',
            '12345',
          ),
        ]),
  ],
  mend: (text) => hyphenated(text, /[^-A-Za-z0-9_.]+/g, 63),
};

/** Names of ports, IANA service names: `http-metrics`. */
export const portName: Format = {
  name: 'port-name',
  problems: (text) => [
    ...tooLong(text, 15),
    ...(/^[-a-z0-9]+$/.test(text) ? [] : ['must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)']),
    ...(/[a-z]/.test(text) ? [] : ['must contain at least one letter (a-z)']),
    ...(text.includes('--') ? ['must not contain consecutive hyphens'] : []),
    ...(/^-|-$/.test(text) ? ['must not begin or end with a hyphen'] : []),
  ],
  mend(text) {
    const mended = hyphenated(text.toLowerCase(), /[^a-z0-9]+/g, 15);
    return mended && /[a-z]/.test(mended) ? mended : undefined;
  },
};

/** Keys of ConfigMaps and Secrets, which are names of files as well. */
export const configKey: Format = {
  name: 'config-key',
  problems: (text) => [
    ...tooLong(text, 253),
    ...(/^[-._a-zA-Z0-9]+$/.test(text)
      ? []
      : [
          regexWords(
            "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
            '[-._a-zA-Z0-9]+',
            'key.name',
            'KEY_NAME',
            'key-name',
          ),
        ]),
    ...parentProblems(text),
  ],
  mend: (text) =>
    text
      .trim()
      .replace(/[^-._a-zA-Z0-9]+/g, '-')
      .replace(/^\.\.+/, '.'),
};

const strictVariable: Format = {
  name: 'variable-name',
  problems: (text) => [
    ...(/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(text)
      ? []
      : [
          regexWords(
            "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit",
            '[-._a-zA-Z][-._a-zA-Z0-9]*',
            'my.env-name',
            'MY_ENV.NAME',
            'MyEnvName1',
          ),
        ]),
    ...parentProblems(text),
  ],
  mend: variableLike,
};

const relaxedVariable: Format = {
  name: 'variable-name',
  problems: (text) =>
    /^[ -<>-~]*$/.test(text)
      ? []
      : ["a valid environment variable name must consist only of printable ASCII characters other than '='"],
  mend: variableLike,
};

/** Keys of files with variables, which are names of variables of any version (validateFileKeySelector). */
export const fileKey = relaxedVariable;

/** Names of environment variables; 1.32 and later take nearly everything (RelaxedEnvironmentVariableValidation). */
export function variableName(minor: number): Format {
  return isOn('RelaxedEnvironmentVariableValidation', minor) ? relaxedVariable : strictVariable;
}

/** Names of HTTP headers. */
export const headerName: Format = {
  name: 'header-name',
  problems: (text) =>
    /^[-A-Za-z0-9]+$/.test(text)
      ? []
      : [
          regexWords(
            "a valid HTTP header must consist of alphanumeric characters or '-'",
            '[-A-Za-z0-9]+',
            'X-Header-Name',
          ),
        ],
  mend: (text) => hyphenated(text, /[^A-Za-z0-9]+/g, Number.POSITIVE_INFINITY),
};

/** Percentages: `25%`. */
export const percent: Format = {
  name: 'percent',
  problems: (text) =>
    /^[0-9]+%$/.test(text)
      ? []
      : [
          regexWords(
            "a valid percent string must be a numeric string followed by an ending '%'",
            '[0-9]+%',
            '1%',
            '93%',
          ),
        ],
  mend(text) {
    const number = /^\s*(\d+)\s*%?\s*$/.exec(text)?.[1];
    return number && `${number}%`;
  },
};

/** Percentages of pods of which there cannot be more than all: `100%`. */
export const percentOfPods: Format = {
  ...percent,
  problems: (text) => (isMoreThanAll(text) ? ['must not be greater than 100%'] : percent.problems(text)),
  mend: (text) => (isMoreThanAll(text) ? '100%' : percent.mend?.(text)),
};

function isMoreThanAll(text: string): boolean {
  return /^\d+%$/.test(text) && Number.parseInt(text, 10) > 100;
}

function parentProblems(text: string): string[] {
  if (text === '.' || text === '..') return [`must not be '${text}'`];
  return text.startsWith('..') ? ["must not start with '..'"] : [];
}

function variableLike(text: string): string | undefined {
  const name = text.trim().replace(/[^A-Za-z0-9_]+/g, '_');
  return /^[A-Za-z_]/.test(name) ? name : undefined;
}

/** A text with hyphens for what is not allowed, cut, and without anything but letters and digits at its ends. */
function hyphenated(text: string, unwanted: RegExp, most: number): string | undefined {
  const name = text
    .replace(unwanted, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, most)
    .replace(/[^A-Za-z0-9]+$/, '');
  return name || undefined;
}
