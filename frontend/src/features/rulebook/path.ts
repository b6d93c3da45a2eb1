export const listPath = '/rules-documents';
export const reviewsPath = '/rules-reviews';

export function documentPath(id: string): string {
  return `${listPath}/${id}`;
}

export function reviewPath(id: string): string {
  return `${reviewsPath}/${id}`;
}
