import { graphql, type ResultOf } from '@/gql';

export const AttachmentsQuery = graphql(`
  query Attachments($ownerId: ID!) {
    attachments(ownerId: $ownerId) {
      mayAttach
      removable
      mostBytes
      mostFiles
      types
      rows {
        key
        number
        text
      }
      files {
        id
        ownerId
        rowKey
        name
        size
        hash
        uploaderName
        at
        path
      }
    }
  }
`);
export type AttachmentList = ResultOf<typeof AttachmentsQuery>['attachments'];
export type Attachment = AttachmentList['files'][number];

export const RemoveAttachmentMutation = graphql(`
  mutation RemoveAttachment($input: RemoveAttachmentInput!) {
    removeAttachment(input: $input) {
      attachment {
        id
      }
    }
  }
`);
