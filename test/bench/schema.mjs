import { load } from '../../scripts/load.mjs';

const scalars = {
  string: { type: 'string' },
  boolean: { type: 'boolean' },
  int32: { type: 'integer' },
  int64: { type: 'integer' },
  Quantity: { type: ['string', 'number'] },
  IntOrString: { type: ['string', 'integer'] },
  Time: { type: 'string', format: 'date-time' },
};

/**
 * What Podsmith knows of the newest version, as a strict JSON schema with the same texts. Kinds are told apart by `if`:
 * yaml-language-server is slower with `oneOf` of the kinds, and with `allOf` of an `if` for each.
 */
export async function createSchema() {
  const { fieldsOf, isServed, newestMinor, workloadTypes } = await load('server/src/service/schema/index.ts');
  const { describeField, describeType, describeValue } = await load('server/src/service/schema/prose.ts');
  const definitions = {};

  function typeSchema(type) {
    if (scalars[type]) return scalars[type];
    if (!fieldsOf(type)) return { type: 'object' };
    if (!definitions[type]) define(type);
    return { $ref: `#/definitions/${type.replaceAll('/', '~1')}` };
  }

  function define(type) {
    const definition = { type: 'object', markdownDescription: describeType(type), additionalProperties: false };
    definitions[type] = definition;
    const fields = Object.entries(fieldsOf(type)).filter(([, field]) => isServed(field, newestMinor));
    definition.properties = Object.fromEntries(fields.map(([name, field]) => [name, fieldSchema(type, name, field)]));
    definition.required = fields.filter(([, field]) => field.required).map(([name]) => name);
  }

  function fieldSchema(type, name, field) {
    const markdownDescription = describeField(type, name);
    const value = { ...typeSchema(field.type), ...enumSchema(type, name, field) };
    if (field.list) return { type: 'array', items: value, markdownDescription };
    if (field.map) return { type: 'object', additionalProperties: value, markdownDescription };
    return { ...value, markdownDescription };
  }

  function enumSchema(type, name, { enum: values }) {
    if (!values) return {};
    return { enum: values, markdownEnumDescriptions: values.map((value) => describeValue(type, name, value) ?? '') };
  }

  const roots = Object.entries(workloadTypes).map(([root, type]) => [root.split(' '), typeSchema(type)]);
  const required = ['apiVersion', 'kind'];
  const unknown = {
    properties: {
      apiVersion: { enum: [...new Set(roots.map(([[apiVersion]]) => apiVersion))] },
      kind: { enum: roots.map(([[, kind]]) => kind) },
    },
    required,
  };
  // not written as a key, as an object with a `then` is taken for a promise
  const keyword = 'then';
  const byKind = roots.reduce(
    (others, [[apiVersion, kind], schema]) => ({
      if: { properties: { apiVersion: { const: apiVersion }, kind: { const: kind } }, required },
      [keyword]: schema,
      else: others,
    }),
    unknown,
  );
  return { $schema: 'http://json-schema.org/draft-07/schema#', definitions, ...byKind };
}
