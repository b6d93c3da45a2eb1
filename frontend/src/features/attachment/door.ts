// What other features use of this one.
export { AttachmentFiles, Attachments } from './Attachments';
