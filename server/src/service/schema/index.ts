import facts from './fields.json';

/** What is known of a field: facts of Kubernetes' Go types and OpenAPI documents, 1.30 to 1.37. */
export interface Field {
  /** `string`, `boolean`, `int32`, `int64`, `Quantity`, `IntOrString`, `Time`, or the name of a type. */
  type: string;
  list?: boolean;
  /** A map from names to values of the type. */
  map?: boolean;
  required?: boolean;
  enum?: string[];
  /** First and last minor version that has the field, where not all from 1.30 on do. */
  since?: number;
  until?: number;
}

export const oldestMinor = 30;
export const newestMinor = 37;

/** The version that a text names: 37 for `1.37`, and for `latest`; undefined where it names none that is known. */
export function minorOf(version: string): number | undefined {
  if (version === 'latest') return newestMinor;
  const minor = Number(/^1\.(\d+)$/.exec(version)?.[1]);
  return minor >= oldestMinor && minor <= newestMinor ? minor : undefined;
}

const types: Record<string, Record<string, Field>> = {
  ...facts.types,
  'meta/v1.ManagedFieldsEntry': {
    manager: { type: 'string' },
    operation: { type: 'string' },
    apiVersion: { type: 'string' },
    time: { type: 'Time' },
    fieldsType: { type: 'string' },
    fieldsV1: { type: 'meta/v1.FieldsV1' },
    subresource: { type: 'string' },
  },
};

/** The workload kinds: type names by `apiVersion kind`, as in `apps/v1 Deployment`. */
export const workloadTypes: Readonly<Record<string, string>> = facts.roots;

/** The fields of a type; undefined for scalars and for what is only known to be a map (status). */
export function fieldsOf(type: string): Readonly<Record<string, Field>> | undefined {
  return Object.hasOwn(types, type) ? types[type] : undefined;
}

/** A field of a type, whatever the version. */
export function fieldOf(type: string, name: string): Field | undefined {
  const fields = fieldsOf(type);
  return fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

export function isServed(field: Field, minor: number): boolean {
  return minor >= (field.since ?? oldestMinor) && minor <= (field.until ?? newestMinor);
}

export const scalarTypes = new Set(['string', 'boolean', 'int32', 'int64', 'Quantity', 'IntOrString', 'Time']);
