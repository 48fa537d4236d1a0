// Makes good Markdown of the comments on Kubernetes' types, whose first paragraph is one sentence that stands alone.
import { readFileSync } from 'node:fs';

/** What a description is without: our own facts tell it better, or it is about Go. */
const dropped = [
  /^(?:This )?cannot be updated\.$/i,
  /^(?:Required|Optional|Read-only, required)\.$/i,
  /^Required, must not be nil\.$/,
  /^It's a required field\.$/,
  /^This is a pointer to distinguish /,
  /^This (?:is an? (?:alpha|beta|stable) field|field is (?:alpha|beta))/,
  /^\((?:Alpha|Beta)\) (?:This|Using)\b/,
  /^Alpha, gated by /,
  /^(?:This field )?(?:requires|depends on) the \w+ feature gate\b/i,
  /^During Alpha stage /,
  /^This array is replaced during a strategic merge patch\.$/,
  /^Modifying this array with strategic merge patch /,
  /^This field is optional to allow higher level config management /,
  /^This field is effectively required, /,
  /^Instances of this type with an empty value here /,
  /^Additional values? (?:are considered to|may) be /,
  /^Clients should (?:react|expect) /,
  /^More completion modes can be added /,
  /^If the Job controller observes a mode /,
  /^Value must be treated as opaque by clients and \.$/,
  /^See type description /,
  /^Null for lists\.$/,
  /^\w+ is deprecated\.$/,
  /^@deprecated$/,
  /^Value must be (?:a )?(?:positive|non-negative) integer\.$/,
  /^Minimum value is \d+\.$/,
  /^At most \d+ elements are allowed\.$/,
];
/** Where the values of a field are known, its description need not list them. */
const listsOfValues =
  /^(?:One of|Can be|Must be|(?:Valid|Possible|Allowed|Supported) (?:values|options|operators)(?: are)?|When specified, allowed values are)\b/;

const wordings = [
  [/\b(\w+) \1\b/g, '$1'],
  [/determines the whether/g, 'determines whether'],
  [/even it if/g, 'even if it'],
  [/will fail If/g, 'will fail if'],
  [/serivceaccount/g, 'service account'],
  [/has to updated/g, 'has to be updated'],
  [/strategy,specification/g, 'strategy, pods are created from the specification'],
  [/hours\.Defaults/g, 'hours. Defaults'],
  [/, (The|You|A) /g, (_, word) => `, ${word.toLowerCase()} `],
  [/; Once /g, '; once '],
  [/\bDNS_LABEL\b/g, 'DNS label'],
  [/\bIANA_SVC_NAME\b/g, 'IANA service name'],
  [/\bKubelet('s)?\b/g, 'kubelet$1'],
  [/(?<=^|[.!?:] |\n)kubelet/g, 'The kubelet'],
  [/(?:must be|is) (?:null|nil)\b/g, (text) => text.replace(/null|nil/, 'unset')],
  [/\bnil\b/g, 'unset'],
  [/\beg: /g, 'e.g. '],
  [/\bex: /g, 'e.g. '],
  [/\bEx\. /g, 'For example '],
  [/Note that this field cannot be set when/g, 'Cannot be set when'],
  [
    /readOnly (?:here will|value true will|Will) force the readOnly setting in VolumeMounts/gi,
    'If true, every mount of the volume is read-only',
  ],
  [
    /([a-z)\]"/])\s+(?=(?:If (?:not specified|unspecified)|Defaults? (?:to|is|value)|Must be|Either|Used with|Namespace is)\b)/g,
    '$1. ',
  ],
];

const { types } = JSON.parse(
  readFileSync(new URL('../server/src/service/schema/fields.json', import.meta.url), 'utf8'),
);
const kinds = ['ServiceAccount', 'ConfigMap', 'PersistentVolumeClaim', 'ResourceClaim', 'DownwardAPI', 'LabelSelector'];
/** Names of fields that are no words of English: `hostNetwork`, which comments write as `HostNetwork` as well. */
const fieldNames = new Map(
  Object.values(types)
    .flatMap((fields) => Object.keys(fields))
    .filter((name) => /[a-z][A-Z]/.test(name))
    .flatMap((name) => [name, name[0].toUpperCase() + name.slice(1)].map((spelling) => [spelling, name]))
    .filter(([spelling]) => !kinds.includes(spelling)),
);

/**
 * The description of a type or field.
 * @param name of the field or type, with which comments often begin
 * @param values that the field takes
 */
export function toMarkdown(comment, name, values = []) {
  const blocks = blocksOf(reworded(withoutLinks(withoutName(comment, name))), values);
  const [first, ...rest] = blocks;
  return [first, ...rest]
    .filter(Boolean)
    .map((block) => block.trim())
    .join('\n\n');
}

/** The meaning of a value: `means that the kubelet …`. */
export function toMeaning(comment) {
  const text = comment.replace(/^(?:means|indicates)(?: that)? |^(?:is|represents) (?=the |a )/, '');
  return toMarkdown(text, '');
}

/** Takes `replicas is the …`, `Replicas is …`, `user is Optional: User is …` off the beginning. */
function withoutName(comment, name) {
  let text = comment;
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/^(?:Optional|Required)[:.] (?=\S)/i, '');
    if (!name) continue;
    text = text.replace(
      new RegExp(`^${name}s? (?:(?:is )?(?:optional|required): |is (?=(?:an?|the|used|related) )|are (?=the ))`, 'i'),
      '',
    );
    text = text.replace(new RegExp(`^${name} (?:field )?(?=[a-z]+(?:s|es)(?: |-)|if |to )(?!is |was |has )`, 'i'), '');
  }
  return capitalised(text);
}

function withoutLinks(text) {
  return text
    .replace(
      /\(?\b(?:More info(?:rmation)?|For more information)(?::| can be found in| see) https?:\S+?\)?(?=[.,]?(?:\s|$))\.?/gi,
      '',
    )
    .replace(/(^|[.\n] )https?:\S+/g, '$1');
}

function reworded(text) {
  return wordings.reduce(
    (all, [pattern, replacement]) => all.replace(pattern, replacement),
    text.replace(/[^\S\n]+/g, ' '),
  );
}

function blocksOf(text, values) {
  return text.split(/\n\s*\n/).flatMap((paragraph) => {
    const sentences = sentencesOf(paragraph.replace(/\s*\n\s*/g, ' ').trim());
    const kept = sentences.filter(
      (sentence) => !dropped.some((each) => each.test(sentence)) && !(values.length && listsOfValues.test(sentence)),
    );
    return kept.length ? [kept.map((s) => inCode(s, values)).join(' ')] : [];
  });
}

function sentencesOf(paragraph) {
  const sentences = paragraph.split(/(?<=[.!?][)"'`]?)(?<!\b(?:e\.g|i\.e|etc|vs)\.)\s+(?=[A-Z`"([$])/).filter(Boolean);
  return sentences.map((sentence) => (/[.!?:][)"'`]?$/.test(sentence) ? sentence : `${sentence}.`));
}

/** Puts backticks around what is code, links around what is a link. */
function inCode(sentence, values) {
  return sentence
    .split(/(`[^`]*`|https?:\/\/[^\s),]+(?<!\.))/)
    .map((part, index) => {
      if (index % 2 === 0) return marked(part, values);
      return part.startsWith('`') ? part : `[${part.replace(/^https?:\/\//, '')}](${part})`;
    })
    .join('');
}

const code = new RegExp(
  [
    /"[^"\s]*"|"[^"]*<[^"]*"|(?<=[\s(])'[^'\s]+'(?=[\s.,;)]|$)/,
    /\$\(\w+\)|\$\$/,
    /\.?\b(?:pod\.|template\.)?(?:spec|status|metadata|state)(?:\.\w+(?:\[\*\])?)+/,
    /(?<![\w/])[\w-]+(?:\.[\w-]+)*\.(?:io|com|org)\/[\w./-]*\w/,
    /\S*<[^<>]+>\S*/,
    /(?<=\s)\/(?:[\w.-]+\/)*[\w-]+/,
    /\b0[0-7]{3}\b/,
    /\b\w*[a-z][A-Z]\w*/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

function marked(text, values) {
  return text.replace(code, (found) => {
    const bare = /^(["']).+\1$/.test(found) ? found.slice(1, -1) : found;
    const name = values.includes(bare) ? bare : fieldNames.get(bare);
    return name || bare !== found || /[^\w]/.test(found) ? `\`${name ?? bare}\`` : found;
  });
}

function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
