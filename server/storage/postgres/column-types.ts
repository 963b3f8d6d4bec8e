import {
  ColumnDefinitionNode,
  type CreateTableNode,
  type KyselyPlugin,
  OperationNodeTransformer,
  type QueryId,
  RawNode,
} from 'kysely';

const IDENTITY_COLUMN = 'bigint generated always as identity';
/**
 * Texts are compared by their bytes, as SQLite does: another order of the database's own would sort names otherwise.
 */
const TYPES: Readonly<Record<string, string>> = {
  integer: 'bigint',
  real: 'double precision',
  text: 'text collate "C"',
};

class PostgresTypes extends OperationNodeTransformer {
  protected override transformColumnDefinition(node: ColumnDefinitionNode, queryId?: QueryId): ColumnDefinitionNode {
    const column = super.transformColumnDefinition(node, queryId);
    const { dataType } = column;
    const sqliteType = dataType.kind === 'DataTypeNode' && 'dataType' in dataType ? String(dataType.dataType) : '';
    const type = isAutoIncrement(node) ? IDENTITY_COLUMN : TYPES[sqliteType];
    return type === undefined ? column : { ...column, dataType: RawNode.createWithSql(type) };
  }

  protected override transformCreateTable(node: CreateTableNode, queryId?: QueryId): CreateTableNode {
    const table = super.transformCreateTable(node, queryId);
    if (node.columns.some(isAutoIncrement)) return table;
    const rowid = ColumnDefinitionNode.create('rowid', RawNode.createWithSql(IDENTITY_COLUMN));
    return { ...table, columns: [...table.columns, rowid] };
  }
}

/** An integer that is the primary key: SQLite counts it up by itself, and it is the row's own number. */
const isAutoIncrement = ({ dataType, primaryKey }: ColumnDefinitionNode): boolean =>
  primaryKey === true && dataType.kind === 'DataTypeNode' && 'dataType' in dataType && dataType.dataType === 'integer';

const transformer = new PostgresTypes();

/**
 * Makes the migrations, which say SQLite's types, say PostgreSQL's: integers of eight bytes, floats of eight bytes, and
 * `rowid`, the order in which a table's rows were stored.
 */
export const postgresTypes: KyselyPlugin = {
  transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
  transformResult: async ({ result }) => result,
};
