export const listPath = '/education';
export const yearPath = '/education/year';

export function sessionPath(id: string): string {
  return `${listPath}/${id}`;
}
