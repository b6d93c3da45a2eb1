// The peer of the benchmark: the four questions on the floor's tables, written as a team would write
// them with GraphQL Yoga, DataLoader and mysql2. It knows no rights, no session and no history.
//
// Usage: node server.mjs MYSQL_URL PORT
import { createServer } from 'node:http'
import DataLoader from 'dataloader'
import { createSchema, createYoga } from 'graphql-yoga'
import mysql from 'mysql2/promise'

const [url, port] = process.argv.slice(2)
const pool = mysql.createPool({ uri: url, connectionLimit: 16, supportBigNumbers: true })

const rows = async (sql, values) => (await pool.execute(sql, values))[0]
const key = (id) => 's' + Number(id).toString(36)
const id = (text) => parseInt(text.slice(1), 36)
const levels = ['l1', 'l2', 'l3', 'l4', 'l5', 'l6']

// byID loads rows of a table by their ids, a statement for all that one tick asks for.
const byID = (table) =>
  new DataLoader(async (ids) => {
    const [found] = await pool.query(`SELECT * FROM ${table} WHERE id IN (?)`, [ids])
    const of = new Map(found.map((row) => [row.id, row]))
    return ids.map((one) => of.get(one) ?? null)
  })

// listsBy loads lists of rows by a column.
const listsBy = (sql, column) =>
  new DataLoader(async (ids) => {
    const [found] = await pool.query(sql, [ids])
    const of = Map.groupBy ? Map.groupBy(found, (row) => row[column]) : found.reduce((m, row) => m.set(row[column], [...(m.get(row[column]) ?? []), row]), new Map())
    return ids.map((one) => of.get(one) ?? [])
  })

const loaders = () => ({
  unit: byID('f_units'),
  post: byID('f_posts'),
  person: byID('f_people'),
  measures: listsBy('SELECT g.risk_id, m.* FROM f_guards g JOIN f_measures m ON m.id = g.measure_id WHERE g.risk_id IN (?) ORDER BY m.id', 'risk_id'),
  posts: listsBy('SELECT * FROM f_posts WHERE unit_id IN (?) ORDER BY name', 'unit_id'),
  children: listsBy('SELECT * FROM f_units WHERE parent_id IN (?) ORDER BY sort_order, code', 'parent_id'),
})

const typeDefs = /* GraphQL */ `
  enum Grade { A B C }
  enum MatrixBy { CHILD_UNIT }
  type Query {
    gradeMatrix(unitId: ID, by: MatrixBy!): GradeMatrix!
    riskPoints(filter: RiskFilter, first: Int!): RiskPointConnection!
    unit(code: String!): Unit
  }
  type Mutation { recordRiskPoint(input: RecordRiskPointInput!): RecordRiskPointPayload! }
  type GradeMatrix { columns: [String!]! totals: [Int!]! rows: [MatrixRow!]! }
  type MatrixRow { key: String! label: String! counts: [Int!]! worst: Grade }
  input RiskFilter { unitId: ID grades: [Grade!] }
  type RiskPointConnection { totalCount: Int! edges: [RiskPointEdge!]! pageInfo: PageInfo! }
  type RiskPointEdge { node: RiskPoint! }
  type PageInfo { hasNextPage: Boolean! }
  type RiskPoint {
    id: ID! version: Int! title: String! riskType: String! grade: Grade proposedGrade: Grade status: String! consequence: String!
    likelihood: Int! severity: Int! controlled: Boolean! unit: Unit post: Post
    directOwner: Person departmentOwner: Person leaderOwner: Person measures: [Measure!]!
  }
  type Measure { id: ID! content: String! status: String! }
  type Unit { id: ID! code: String! name: String! kind: String! posts: [Post!]! children: [Unit!]! }
  type Post { id: ID! name: String! duties: String! keyPost: Boolean! }
  type Person { id: ID! name: String! jobTitle: String! }
  input RecordRiskPointInput { unitId: ID! details: RiskDetailsInput! assessment: GradeInputs! }
  input RiskDetailsInput {
    title: String! riskType: String! manifestation: String! cause: String! = "" foundBy: [String!]! postId: ID
    exposedPostIds: [ID!]! = [] directOwnerId: ID departmentOwnerId: ID
  }
  input GradeInputs { likelihood: Int! severity: Int! consequence: String! }
  type RecordRiskPointPayload { riskPoint: RiskPoint! }
`

const columns = ['A', 'B', 'C', 'UNGRADED', 'UNCONTROLLED_A']

async function gradeMatrix(unitId) {
  const unit = id(unitId)
  const counted = await rows(
    `SELECT u.id, u.name, u.sort_order, u.code, c.grade, SUM(c.n) n, SUM(c.uncontrolled) uncontrolled FROM f_units u LEFT JOIN (
       SELECT unit_id, grade, n, uncontrolled FROM f_counts
       UNION ALL SELECT u.id, d.grade, d.n, d.uncontrolled FROM f_deltas d JOIN f_units u ON u.parent_id = ? AND u.id IN (${levels.map((l) => 'd.' + l)})
     ) c ON c.unit_id = u.id WHERE u.parent_id = ? GROUP BY u.id, c.grade ORDER BY u.sort_order, u.code`.replace('FROM f_counts', 'FROM f_counts WHERE unit_id IN (SELECT id FROM f_units WHERE parent_id = ?)'),
    [unit, unit, unit],
  )
  const table = new Map()
  for (const row of counted) {
    const line = table.get(row.id) ?? { key: key(row.id), label: row.name, counts: [0, 0, 0, 0, 0] }
    table.set(row.id, line)
    if (row.grade) {
      line.counts['ABCU'.indexOf(row.grade)] += Number(row.n)
      line.counts[4] += Number(row.uncontrolled)
    }
  }
  const lines = [...table.values()]
  for (const line of lines) line.worst = ['A', 'B', 'C'].find((_, i) => line.counts[i] > 0) ?? null
  return { columns, rows: lines, totals: columns.map((_, i) => lines.reduce((sum, line) => sum + line.counts[i], 0)) }
}

async function riskPoints(filter, first) {
  const unit = id(filter.unitId)
  const [{ level }] = await rows('SELECT level FROM f_units WHERE id = ?', [unit])
  const [found] = await pool.query(
    `SELECT * FROM f_risks WHERE l${level} = ? AND grade IN (?) AND status IN ('DECIDED', 'PROPOSED') ORDER BY grade, status, created_at, id LIMIT ?`,
    [unit, filter.grades, first + 1],
  )
  return { unit, grades: filter.grades, found, first }
}

// gradeOf is the recipe in force: the worse of likelihood and consequence.
function gradeOf({ likelihood, consequence }) {
  if (consequence === 'CRIME' || likelihood >= 4) return 'A'
  return consequence === 'DISCIPLINE' || likelihood === 3 ? 'B' : 'C'
}

async function recordRiskPoint({ unitId, details, assessment }) {
  const c = await pool.getConnection()
  try {
    await c.beginTransaction()
    const [[unit]] = await c.execute('SELECT * FROM f_units WHERE id = ?', [id(unitId)])
    if (!unit) throw new Error('there is no such unit')
    const place = levels.map((l) => unit[l])
    const proposed = gradeOf(assessment)
    const now = new Date()
    const insert = (table, row) =>
      c.execute(`INSERT INTO ${table} (${Object.keys(row)}) VALUES (${Object.keys(row).map(() => '?')})`, Object.values(row))
    const placed = Object.fromEntries(levels.map((l, i) => [l, place[i]]))
    const [{ insertId }] = await insert('f_risks', {
      ...placed, unit_id: unit.id, title: details.title, risk_type: details.riskType, status: 'PROPOSED', manifestation: details.manifestation, cause: details.cause,
      found_by: JSON.stringify(details.foundBy), consequence: assessment.consequence, likelihood: assessment.likelihood, severity: assessment.severity, grade: 'U',
      proposed_grade: proposed, power_type: '', controlled: 0, post_id: id(details.postId), direct_owner_id: id(details.directOwnerId),
      department_owner_id: id(details.departmentOwnerId), created_at: now,
    })
    for (const post of details.exposedPostIds) await insert('f_exposed', { risk_id: insertId, post_id: id(post) })
    await insert('f_assessments', {
      ...placed, risk_id: insertId, kind: 'PROPOSAL', grade: proposed, likelihood: assessment.likelihood, severity: assessment.severity,
      consequence: assessment.consequence, clause: 'likelihood=' + assessment.likelihood, actor_id: null, at: now,
    })
    await insert('f_deltas', { ...placed, grade: 'U', n: 1, uncontrolled: 0 })
    await c.commit()
    return { id: insertId, status: 'PROPOSED', proposed_grade: proposed, grade: 'U' }
  } catch (err) {
    await c.rollback()
    throw err
  } finally {
    c.release()
  }
}

const graded = (grade) => (grade === 'U' ? null : grade)
const named = (load, column) => (row, _, { loaders: l }) => (row[column] ? l[load].load(row[column]) : null)

const resolvers = {
  Query: {
    gradeMatrix: (_, { unitId }) => gradeMatrix(unitId),
    riskPoints: (_, { filter, first }) => riskPoints(filter, first),
    unit: async (_, { code }) => (await rows('SELECT * FROM f_units WHERE code = ?', [code]))[0] ?? null,
  },
  Mutation: { recordRiskPoint: async (_, { input }) => ({ riskPoint: await recordRiskPoint(input) }) },
  RiskPointConnection: {
    totalCount: async ({ unit, grades }) => {
      const [[{ n }]] = await pool.query(
        `SELECT COALESCE((SELECT SUM(n) FROM f_counts WHERE unit_id = ? AND grade IN (?)), 0)
           + COALESCE((SELECT SUM(n) FROM f_deltas WHERE ? IN (${levels}) AND grade IN (?)), 0) n`,
        [unit, grades, unit, grades],
      )
      return Number(n)
    },
    edges: ({ found, first }) => found.slice(0, first).map((node) => ({ node })),
    pageInfo: ({ found, first }) => ({ hasNextPage: found.length > first }),
  },
  RiskPoint: {
    id: (r) => key(r.id),
    version: () => 1,
    riskType: (r) => r.risk_type,
    grade: (r) => graded(r.grade),
    proposedGrade: (r) => graded(r.proposed_grade),
    controlled: (r) => r.controlled === 1,
    unit: named('unit', 'unit_id'),
    post: named('post', 'post_id'),
    directOwner: named('person', 'direct_owner_id'),
    departmentOwner: named('person', 'department_owner_id'),
    leaderOwner: named('person', 'leader_owner_id'),
    measures: named('measures', 'id'),
  },
  Measure: { id: (m) => key(m.id) },
  Unit: { id: (u) => key(u.id), posts: named('posts', 'id'), children: named('children', 'id') },
  Post: { id: (p) => key(p.id), keyPost: (p) => p.key_post === 1 },
  Person: { id: (p) => key(p.id), jobTitle: (p) => p.job_title },
}

const yoga = createYoga({ schema: createSchema({ typeDefs, resolvers }), context: () => ({ loaders: loaders() }), logging: false, graphiql: false })
createServer(yoga).listen(Number(port), '127.0.0.1')
