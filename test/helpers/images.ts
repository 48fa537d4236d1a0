import { imageName, readImage } from '../../server/src/service/model/index.ts';

/**
 * What is wrong with the name of an image in a table: it has to be one that is looked up, without `docker.io/library`,
 * tag and digest.
 */
export function mistakeIn(name: string): string | undefined {
  const read = readImage(name);
  if (!read) return `${name} is no image`;
  if (read.digest !== undefined || /:[^/]*$/.test(name)) return `${name} has a tag or a digest`;
  const looked = imageName(`${read.registry}/${read.repository}:1`);
  return looked === name ? undefined : `${name} is looked up as ${looked}`;
}
