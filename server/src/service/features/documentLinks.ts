import * as l10n from '@vscode/l10n';
import type { DocumentLink } from 'vscode-languageserver-types';
import { containersOf, type PodSpec, readImage } from '../model/index.ts';
import { type ConcreteNode, type Span, stringOf, valueAt } from '../yaml/index.ts';
import { type Manifest, rangeOf } from './manifest.ts';
import { podsOf } from './ours.ts';

/** Links from the images of a file, of containers and of volumes, to their pages at the registries that have some. */
export function documentLinks(manifest: Manifest): DocumentLink[] {
  if (manifest.isTemplate) return [];
  return manifest.chunks.flatMap((placed) =>
    // an image that several aliases stand for is written once
    [...new Set(podsOf(placed.chunk).flatMap(imageNodes))].flatMap((node) => {
      const page = pageOf(stringOf(node) ?? '');
      if (!page) return [];
      const tooltip = l10n.t('Open the page of this image at {0}', page.registry);
      return [{ range: rangeOf(manifest, placed, unquoted(node)), target: page.url, tooltip }];
    }),
  );
}

function imageNodes(pod: PodSpec): ConcreteNode[] {
  const written = [
    ...containersOf(pod).map(({ node }) => valueAt(node, 'image')),
    ...pod.volumes.map(({ node }) => valueAt(node, 'image', 'reference')),
  ];
  return written.filter((node) => node !== undefined);
}

function unquoted(node: ConcreteNode): Span {
  const quote = node.kind === 'scalar' && (node.style === 'single' || node.style === 'double') ? 1 : 0;
  return { start: node.start + quote, end: node.end - quote };
}

/** The page of an image; undefined where its registry has no pages for people. */
function pageOf(image: string): { registry: string; url: string } | undefined {
  const { registry = '', repository = '' } = readImage(image) ?? {};
  switch (registry) {
    case 'docker.io': {
      const [owner, name, ...rest] = repository.split('/');
      if (rest.length > 0) return undefined;
      return {
        registry: 'Docker Hub',
        url: `https://hub.docker.com/${owner === 'library' ? '_' : `r/${owner}`}/${name}`,
      };
    }
    case 'ghcr.io': // which leads on to the package's page at github.com
      return { registry, url: `https://ghcr.io/${repository}` };
    case 'quay.io':
      return { registry, url: `https://quay.io/repository/${repository}` };
    case 'mcr.microsoft.com':
      return { registry, url: `https://mcr.microsoft.com/artifact/mar/${repository}` };
    case 'public.ecr.aws':
      return { registry, url: `https://gallery.ecr.aws/${repository}` };
    default:
      return undefined;
  }
}
