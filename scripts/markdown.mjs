// Makes good Markdown of the comments on Kubernetes' types.
import { readFileSync } from 'node:fs';

/** What a description is without: the schema tells it better, or it is about Go or about clients. */
const dropped = [
  /^(?:This )?cannot be updated\.$/i,
  /^(?:Required|Optional|This field is optional)\.$/i,
  /^Required, must not be /,
  /^Defaults to (?:unset|empty|nothing)\.$/,
  /^This is a pointer to distinguish /,
  /^This (?:is an? (?:alpha|beta|stable) field|field is (?:alpha|beta))/,
  /^\((?:Alpha|Beta)\) /,
  /^Alpha, gated by /,
  /^(?:This field )?(?:requires|depends on) the \w+ feature gate\b/i,
  /^During Alpha stage /,
  /^Modifying this array with strategic merge patch /,
  /^This field is optional to allow higher level config management /,
  /^Value must be treated as opaque by clients and \.$/,
  /^See type description /,
  /^Null for lists\.$/,
  /^Value must be (?:a )?(?:positive|non-negative) integer\.$/,
  /^Minimum value is \d+\.$/,
  /^At most \d+ elements are allowed\.$/,
];

/** Where the values of a field are known, its description need not list them. */
const listOfValues =
  /^(?:One of|Can be|Must be|(?:(?:Valid|Possible|Allowed|Supported) (?:values|options|operators)|When specified, allowed values) are)\b/;

/** What is said in other words, one after the other: slips, Go's names, capitals for stress. */
const wordings = [
  [/\s*@deprecated\b/g, ''],
  [/\b(\w+) \1\b/g, '$1'],
  [/the serivceaccount|serivceaccount/g, 'the service account'],
  [/has to updated/g, 'has to be updated'],
  [/controls chooses/g, 'chooses'],
  [/, (The|You|A) /g, (_, word) => `, ${word.toLowerCase()} `],
  [/hours\.Defaults/g, 'hours. Defaults'],
  [/\bDNS_LABEL\b/g, 'DNS label'],
  [/\bIANA_SVC_NAME\b/g, 'IANA service name'],
  [/\bNOT\b/g, 'not'],
  [/\bDOES\b/g, 'does'],
  [/\bONLY IF\b/g, 'only if'],
  [/\bAND\b/g, 'and'],
  [/\bANDed\b/g, 'combined with AND'],
  [/\bORed\b/g, 'combined with OR'],
  [/\bkubelets host\b/g, "kubelet's host"],
  [/(?<!\b(?:[Tt]he|an?) )\b[Kk]ubelet\b(?!-|\.)/g, 'the kubelet'],
  [/\b([Tt])he Kubelet\b/g, '$1he kubelet'],
  [/(?:a|the) container's SecurityContext|(?<!\w)SecurityContext/g, "the container's securityContext"],
  [/\b(?:the )?PodSecurityContext/g, "the pod's securityContext"],
  [/\bDefault(?: value)? (?:to|is) |\bDefault (?=(?:true|false)\b)/g, 'Defaults to '],
  [/\bis nil\b/g, 'is not set'],
  [/\bnil\b/g, 'unset'],
  [/\b(?:eg|ex): /g, 'e.g. '],
  [/\bEx\. /g, 'For example '],
  [/\bNote that this field cannot be set when spec\.os\.name is (\w+)/g, 'Cannot be set when spec.os.name is `$1`'],
  [/\bDeprecated: \w+ is deprecated( and)?/gi, (_, and) => (and ? 'Deprecated, and' : 'Deprecated')],
  [
    /\breadOnly (?:here will|value true will|Will) force the readOnly setting in VolumeMounts/gi,
    'If true, every mount of the volume is read-only',
  ],
  [
    /\breadOnly here will force the (.*?) to be mounted with read-only permissions/gi,
    'If true, the $1 is mounted read-only',
  ],
  [/\bOptional: (?=Default)/g, ''],
  [
    /([a-z0-9)\]"/])\s+(?=(?:If (?:not specified|unspecified)|Defaults to|Must be|Either|Used with|Note that|Cannot be|Namespace is)\b)/g,
    '$1. ',
  ],
];

const { types } = JSON.parse(
  readFileSync(new URL('../server/src/service/schema/fields.json', import.meta.url), 'utf8'),
);

/** Words that are no fields, though there is a field of this name. */
const words = new Set([
  'ServiceAccount',
  'ConfigMap',
  'PersistentVolumeClaim',
  'ResourceClaims',
  'ClusterTrustBundle',
  'PodGroup',
  'ScaleIO',
]);

/** The fields whose names are no words of English: `hostNetwork`, which comments write as in Go as well: `HostNetwork`. */
const fieldNames = new Map(
  Object.values(types)
    .flatMap((fields) => Object.keys(fields))
    .filter((name) => /[a-z][A-Z]/.test(name))
    .flatMap((name) => spellings(name).map((spelling) => [spelling, name]))
    .filter(([spelling]) => !words.has(spelling)),
);

const code = new RegExp(
  [
    /"[^"\s]*"|"[^"]*<[^"]*"|(?<=[\s(])'[^'\s]+'(?=[\s.,;)]|$)/,
    /\$\(\w+\)|\$\$/,
    /(?<![\w/])[\w-]+(?:\.[\w-]+)*\.(?:io|com|org)\/[\w./-]*\w/,
    /(?<![\w-])\.?[A-Za-z][\w-]*\w(?:\.[A-Za-z][\w-]*\w(?:\[\*\])?)+/,
    /[\w.]*<[\w ,-]+>(?:[-.:]?<[\w ,-]+>)*/,
    /(?<=\s)\/(?:[\w-]+\/)*[\w.-]*\w/,
    /\b0[0-7]{3}\b/,
    /\b(?:true|false)\b/,
    /\.?\b\w*[a-z][A-Z]\w*\b/,
    /\b[A-Z]\w{2,}\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** What comes after the name of a field with which a comment begins. */
const verbs = [
  'adapts|adds|allows|contains|controls|defaults?|defines?|denotes|describes?|determines?|enables|ensures|holds|identifies',
  'if|indicates?|information|items|limits|lists|maps|means|projects|provides|references|refers|represents?|selects',
  'specif(?:y|ies)|stores|uniquely|used',
].join('|');
const predicate = new RegExp(`^(?:is |are (?=the )|(?=optional:|required:)|(?:field )?(?=(?:${verbs}) ))`, 'i');

/**
 * Makes Markdown of the comment on a type or field. The first paragraph is one sentence that stands alone.
 * @param name of the type or field, with which comments often begin
 * @param values that the field takes
 */
export function toMarkdown(comment, name, values = []) {
  const text = reworded(withoutName(withoutLinks(comment.replace(/[^\S\n]+/g, ' ')), name));
  const [first, ...paragraphs] = text.split(/\n\s*\n/).map((paragraph) =>
    sentencesOf(paragraph.replace(/\s+/g, ' ').trim())
      .filter((sentence) => !dropped.some((each) => each.test(sentence)))
      .filter((sentence) => values.length === 0 || !listOfValues.test(sentence)),
  );
  const lead = first[0]?.startsWith('Defaults to ') ? [...first.slice(1), first[0]] : first;
  return [lead.slice(0, 1), lead.slice(1), ...paragraphs]
    .flatMap(shortParagraphs)
    .map((paragraph) => inCode(paragraph, values))
    .join('\n\n');
}

/** Takes `Replicas is …`, `user is Optional: User is …` off the beginning. */
function withoutName(comment, name) {
  const [, subject = '', rest = ''] = /^(?:an? )?(\w+) (.*)/is.exec(comment) ?? [];
  const isName = stem(subject) === stem(name);
  const text = isName && predicate.test(rest) ? rest.replace(predicate, '') : comment;
  const shorter = text.replace(/^(?:optional|required)[:.] (?=\S)/i, '');
  return shorter === comment ? capitalised(comment) : withoutName(shorter, name);
}

/** `azuredisk` of `AzureDiskVolumeSource`, `replica` of `replicas`. */
function stem(name) {
  return name.toLowerCase().replace(/volumesource$|s$/, '');
}

/** Takes the links off: the pages for types and fields are chosen by hand, most of these have moved. */
function withoutLinks(text) {
  return text
    .replace(/\(?\b(?:More info(?:rmation)?|For more information),?(?::| can be found in| See)? https?:\S+/gi, '')
    .replace(/(^|[.\n] )https?:\S+/g, '$1');
}

function reworded(text) {
  return wordings.reduce((all, [from, to]) => all.replace(from, to), text);
}

function sentencesOf(paragraph) {
  const sentences = paragraph.split(/(?<=[.!?][)"'`]?)(?<!\b(?:e\.g|i\.e)\.)\s+(?=[A-Z`"([$]|null )/).filter(Boolean);
  return sentences.map((sentence) => capitalised(/(?<!\.)[.!?:][)"'`]?$/.test(sentence) ? sentence : `${sentence}.`));
}

/** Sentences as paragraphs of a few lines. */
function shortParagraphs(sentences) {
  const paragraphs = [];
  for (const sentence of sentences) {
    const last = paragraphs.at(-1);
    if (last && last.length + sentence.length < 360) paragraphs.push(`${paragraphs.pop()} ${sentence}`);
    else paragraphs.push(sentence);
  }
  return paragraphs;
}

/** Puts backticks around what is code, and makes links of addresses. */
function inCode(text, values) {
  return text
    .split(/(`[^`]*`|https?:\/\/[^\s),]+(?<!\.))/)
    .map((part, index) => {
      if (index % 2 === 0) return part.replace(code, (found) => codeOf(found, values));
      return part.startsWith('`') ? part : `[${part.replace(/^https?:\/\//, '')}](${part})`;
    })
    .join('');
}

function codeOf(found, values) {
  const bare = /^(["']).+\1$/.test(found) ? found.slice(1, -1) : found;
  const word = bare.replace(/^\./, '');
  if (values.includes(bare) && (bare !== found || bare !== 'Default')) return `\`${bare}\``;
  if (fieldNames.has(word)) return `\`${fieldNames.get(word)}\``;
  return bare === found && /^[A-Za-z]\w*$/.test(word) && !/^(?:true|false)$/.test(word) ? found : `\`${bare}\``;
}

/** `dnsPolicy` is `DNSPolicy` in Go. */
function spellings(name) {
  return [name, capitalised(name), name.replace(/^[a-z]+/, (start) => start.toUpperCase())];
}

function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
