import type { Format } from '../formats/index.ts';
import type { Gate } from '../gates.ts';
import type { ApiObject } from '../object.ts';

/**
 * What the API server asks of one field by itself. It is written once and used by the diagnostics, the hovers and the
 * completion. Rules that need several fields are files in `rules/`.
 */
export interface Limits {
  /**
   * May not be missing or empty; a text is the detail that the server gives: `Required value: …`, but `supported` is for
   * one that calls `""` an unsupported value instead.
   */
  required?: true | string;
  /** The values that are taken, where no others are, in the order in which the server lists them. */
  values?: readonly string[] | ((minor: number, object: ApiObject) => readonly string[] | undefined);
  /** The server's words where it calls a value that is missing or not taken `Invalid value`: an entry for each error. */
  invalid?: readonly string[] | ((object: ApiObject) => readonly string[] | undefined);
  /** Smallest and largest number that is taken, and the server's words where they are its own. */
  range?: Range | ((object: ApiObject) => Range);
  /** The form of a text, also of each entry of a list and each value of a map. */
  format?: Format | ((minor: number, object: ApiObject) => Format | undefined);
  /** The form of the keys of a map. */
  keys?: Format;
  /** Of the entries of a list no two may have the same value of this field, or be the same where they are scalars. */
  unique?: Unique;
  /** The most bytes of a text, and the server's words where they are its own. */
  longest?: readonly [most: number, words?: string];
  /** The most bytes of all keys and values of a map. */
  total?: number;
  /** The most entries of a list, and the server's words where they are its own. */
  most?: readonly [most: number, words?: string];
  /** An empty text and a 0 count as written, as the field is a pointer in Go; else they are nothing, as if left out. */
  pointer?: true;
  /** The values most often meant, the likeliest first, where `values` does not list them. */
  usual?: readonly string[] | ((object: ApiObject) => readonly string[]);
  /** What counts where nothing is written; `{}` for an object that is always there. */
  default?: unknown | ((object: ApiObject) => unknown);
  /** The path that the server gives, where it is not that of the field: it names a map as a whole, not the key. */
  path?(object: ApiObject): string;
  /** The feature gate that has to be on, or the server drops the field. */
  gate?: Gate;
  /** Whether the server drops what is written, where the gate alone does not decide. */
  dropped?(object: ApiObject): boolean;
  /** Where the server drops what is written, it drops the whole object that it is in. */
  whole?: true;
  /** Whether the limits count in this object; everywhere where it is not given. */
  when?(object: ApiObject): boolean;
  /** Whether the server does not look at what is written here, nor below it: the second source of a volume. */
  ignored?(object: ApiObject): boolean;
}

export type Range = readonly [least: number, most: number, words?: string | ((value: number) => string)];

export interface Unique {
  /** The field of the entries that tells them apart; undefined for a list of scalars. */
  by?: string;
  /** The server's words, where they are not `Duplicate value: …`. */
  server?: string;
}

/** Limits by type and field. */
export type Overlay = Readonly<Record<string, Readonly<Record<string, Limits>>>>;

/** A field that may not be left out, and of which no more is asked. */
export const required: Limits = { required: true };

/** An object that is no pointer in Go, and so is there, be it written or not. */
export const there: Limits = { default: {} };

/** ValidateNonnegativeField. */
export const nonNegative: Limits = { range: [0, Number.POSITIVE_INFINITY] };

/** IsValidPortNum. */
export const portNumber: Limits = { range: [1, 65535] };
