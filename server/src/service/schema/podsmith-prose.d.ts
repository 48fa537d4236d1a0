/** JSON, see scripts/prose.mjs. */
declare module 'podsmith:prose' {
  const text: string;
  export default text;
}
