import { proceedingSpec, type ProceedingListState } from './state';
import { writeState } from '@/lib/urlState';

export const listPath = '/proceedings';

export function proceedingPath(id: string): string {
  return `${listPath}/${id}`;
}

/** Address of the list with these conditions. */
export function proceedingsPath(state: Partial<ProceedingListState>): string {
  const search = writeState(proceedingSpec, state);
  return search ? `${listPath}?${search}` : listPath;
}
