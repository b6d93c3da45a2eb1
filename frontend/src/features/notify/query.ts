import { graphql, type ResultOf } from '@/gql';

export const UnreadQuery = graphql(`
  query UnreadNotices {
    unreadNotices
  }
`);

export const NoticesQuery = graphql(`
  query Notices($first: Int!, $after: String, $unreadOnly: Boolean!) {
    notices(first: $first, after: $after, unreadOnly: $unreadOnly) {
      nodes {
        id
        kind
        title
        text
        path
        at
        readAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
export type Notice = ResultOf<typeof NoticesQuery>['notices']['nodes'][number];

export const MarkReadMutation = graphql(`
  mutation MarkNoticesRead($input: MarkNoticesReadInput!) {
    markNoticesRead(input: $input) {
      unread
    }
  }
`);

export const SettingsFields = graphql(`
  fragment NoticeSettingsFields on NoticeSettings @_unmask {
    mail
    mailAddress
    mailPossible
    webhook
    webhookUrl
    webhookSigned
    digest
    digestHour
    deliveries {
      id
      channel
      state
      attempts
      failure
      madeAt
      sentAt
      nextAt
    }
  }
`);
export type NoticeSettings = ResultOf<typeof SettingsFields>;

export const SettingsQuery = graphql(
  `
    query NoticeSettings {
      noticeSettings {
        ...NoticeSettingsFields
      }
    }
  `,
  [SettingsFields],
);

export const SetSettingsMutation = graphql(
  `
    mutation SetNoticeSettings($input: SetNoticeSettingsInput!) {
      setNoticeSettings(input: $input) {
        settings {
          ...NoticeSettingsFields
        }
        webhookSecret
      }
    }
  `,
  [SettingsFields],
);

export const SendTestMutation = graphql(`
  mutation SendTestNotice {
    sendTestNotice {
      settings {
        mail
      }
    }
  }
`);
