/** A section of the Kubernetes documentation. */
export interface Page {
  title: string;
  url: string;
}

export function pageFor(_type: string, _field?: string): Page | undefined {
  return undefined;
}
