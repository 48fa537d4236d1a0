/** An image reference taken apart, with the defaults that are put in when it is pulled. */
export interface ImageReference {
  /** `docker.io` where none is written. */
  registry: string;
  /** `library/nginx` for `nginx`. */
  repository: string;
  /** `latest` where neither a tag nor a digest is written. */
  tag: string | undefined;
  /** `sha256:…` */
  digest: string | undefined;
}

const part = '[a-z0-9]+(?:(?:[.]|_{1,2}|-+)[a-z0-9]+)*';
const algorithm = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*';
const path = new RegExp(`^(${part}(?:/${part})*)(?::(\\w[\\w.-]{0,127}))?(?:@(${algorithm}:[0-9a-fA-F]{32,}))?$`);

const label = '[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*';
const host = new RegExp(`^(?:${label}(?:[.]${label})*|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?$`);

/**
 * Takes an image reference apart: `registry.k8s.io/pause:3.10` into registry, repository, tag and digest. The first part
 * is a registry where it holds a dot, a colon or a capital, or is `localhost`.
 * Source: ParseNormalizedNamed of github.com/distribution/reference, which the kubelet reads images with.
 * @returns undefined for what is no reference, which the kubelet answers with `InvalidImageName`
 */
export function readImage(image: string): ImageReference | undefined {
  const slash = image.indexOf('/');
  const first = image.slice(0, Math.max(slash, 0));
  const isRegistry = /[.:A-Z]/.test(first) || first === 'localhost';
  const registry = !isRegistry || first === 'index.docker.io' ? 'docker.io' : first;
  const [, name, tag, digest] = path.exec(isRegistry ? image.slice(slash + 1) : image) ?? [];
  if (name === undefined || !host.test(registry) || /^[0-9a-f]{64}$/.test(image)) return undefined;
  const repository = registry === 'docker.io' && !name.includes('/') ? `library/${name}` : name;
  return { registry, repository, tag: tag ?? (digest === undefined ? 'latest' : undefined), digest };
}
