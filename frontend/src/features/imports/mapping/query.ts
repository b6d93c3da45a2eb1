import { graphql, type ResultOf } from '@/gql';

export const ImportReadingQuery = graphql(`
  query ImportReading($id: ID!) {
    importLayouts {
      kind
      fields
      needs
    }
    importJob(id: $id) {
      id
      state
      tables {
        number
        sheet
        hidden
        kind
        head
        firstRow
        lastRow
        rows
        columns {
          column
          letter
          title
          field
          leftOut
          value
          certainty
          filled
          sample
        }
        facts {
          column
          letter
          title
          field
          leftOut
          certainty
          sample
        }
        values {
          field
          value
        }
      }
      sheets {
        name
        hidden
        rows {
          number
          class
          hidden
          table
          cells
        }
      }
      words {
        kind
        text
        count
        sheet
        row
        value
        certainty
      }
      unread {
        sheet
        column
        title
        firstRow
        lastRow
        count
        sample
        leftOut
      }
      questions {
        kind
        sheet
        row
        subject
        sample
        proposal
      }
      choices {
        leaveOutHidden
        leaveOutRest
        samePosts
      }
    }
  }
`);

type Data = ResultOf<typeof ImportReadingQuery>;
/** How the file is read at present. */
export type Reading = NonNullable<Data['importJob']>;
export type Layout = Data['importLayouts'][number];
export type Table = Reading['tables'][number];
export type Column = Table['columns'][number];
export type Fact = Table['facts'][number];
export type Sheet = Reading['sheets'][number];
export type SheetRow = Sheet['rows'][number];
export type Word = Reading['words'][number];

export const MapImportMutation = graphql(`
  mutation MapImport($input: MapImportInput!) {
    mapImport(input: $input) {
      job {
        id
        state
      }
    }
  }
`);
