// What other parts of the page use of this feature.
export { NoticeBell } from './NoticeBell';
