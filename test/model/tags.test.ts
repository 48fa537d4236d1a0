import { expect, it } from 'vitest';
import { atLeast, isAlpine, isBefore, isDebian, isSlim, tagOf } from '../../server/src/service/model/tags.ts';

it.each([
  ['nginx', 'latest'],
  ['nginx:1.27', '1.27'],
  ['registry:5000/nginx:1.27@sha256:0123456789abcdef0123456789abcdef', '1.27'],
  ['nginx@sha256:0123456789abcdef0123456789abcdef', undefined],
  ['Not An Image', undefined],
  [undefined, undefined],
])('the tag of %s is %s', (image, tag) => expect(tagOf(image)).toBe(tag));

it.each([
  ['6', 6, 0, true],
  ['6.0.2', 6, 0, true],
  ['v7.4-alpine3.21', 6, 0, true],
  ['5.0', 6, 0, false],
  ['10', 6, 0, true],
  ['1', 1, 17, true],
  ['1.16.1', 1, 17, false],
  ['1.17-alpine', 1, 17, true],
  ['latest', 6, 0, true],
  ['lts-slim', 14, 0, true],
  ['bookworm', 6, 0, true],
  // they stay with the last version that was made for these systems
  ['focal', 11, 0, false],
  ['jammy', 11, 0, false],
  ['stretch-slim', 14, 0, false],
  ['dubnium-slim', 14, 0, false],
])('%s is of %s.%s or newer: %s', (tag, major, minor, expected) => expect(atLeast(tag, major, minor)).toBe(expected));

it.each([
  ['4.4', true],
  ['4', true],
  ['5.0', false],
  ['latest', false],
  ['bionic', false],
])('%s is before 5: %s', (tag, expected) => expect(isBefore(tag, 5)).toBe(expected));

it.each([
  ['latest', 'debian'],
  ['1.27', 'debian'],
  ['stable-perl', 'debian'],
  ['17.2-bookworm', 'debian'],
  ['trixie', 'debian'],
  ['1.27-alpine', 'alpine'],
  ['alpine3.20', 'alpine'],
  ['3.13-slim', 'slim'],
  ['slim-bookworm', 'slim'],
  ['noble', undefined],
  ['windowsservercore-ltsc2022', undefined],
])('%s is made of %s', (tag, system) => {
  expect([isDebian(tag), isAlpine(tag), isSlim(tag)]).toEqual(
    ['debian', 'alpine', 'slim'].map((each) => each === system),
  );
});
