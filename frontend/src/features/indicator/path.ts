export const listPath = '/indicators';

export function indicatorPath(id: string): string {
  return `${listPath}/${id}`;
}
