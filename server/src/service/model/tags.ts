import { readImage } from './image.ts';

/** What the tag of an official image tells: its version and the system that it is made of. */

/** The tag of an image, `latest` where none is written; undefined where a digest stands instead, or it is no image. */
export function tagOf(image: string | undefined): string | undefined {
  return readImage(image ?? '')?.tag;
}

/** `alpine`, `3.13-alpine3.22`. */
export function isAlpine(tag: string): boolean {
  return tag.includes('alpine');
}

/** Whether a tag names no other system than Debian: `16`, `16.2-bookworm`. */
export function isDebian(tag: string): boolean {
  return /^(?:latest|stable|mainline|v?[\d.]+)?(?:-?(?:perl|otel|buster|bullseye|bookworm|trixie))*$/.test(tag);
}

/** `slim`, `3.13-slim-bookworm`. */
export function isSlim(tag: string): boolean {
  return /(?:^|-)slim(?:-|$)/.test(tag);
}

/** Tags that move on with the newest version, and those of systems that only versions of the last years are made for. */
const moving = /^(?:latest|current|lts|stable|mainline|alpine|slim|bullseye|bookworm|trixie|noble)(?:-|$)/;

/** Whether a tag is of a version, or of one that moves on with the newest: `7`, `7.4-alpine` and `latest` for 7. */
export function atLeast(tag: string, major: number, minor = 0): boolean {
  const [, first, second] = /^v?(\d+)(?:\.(\d+))?/.exec(tag) ?? [];
  if (first === undefined) return moving.test(tag);
  return Number(first) > major || (Number(first) === major && (second === undefined || Number(second) >= minor));
}

/** Whether a tag is of a version before another. */
export function isBefore(tag: string, major: number): boolean {
  return /^v?\d/.test(tag) && !atLeast(tag, major);
}
