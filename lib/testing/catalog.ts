import { withClient } from "./databases";

/** What Postgres itself says there is in `public`, as one line per thing. The tables of the migration runner are not part of it. */
const CATALOG = `
with own as (
  select c.oid, c.relname, c.relkind from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relname not in ('_prisma_migrations', 'plumbline_schema')
)
select format('column %s.%s %s %s %s %s', o.relname, a.attname, format_type(a.atttypid, a.atttypmod),
         case when a.attnotnull then 'not null' end, pg_get_expr(d.adbin, d.adrelid), nullif(a.attgenerated, '')) as line
  from own o join pg_attribute a on a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = o.oid and d.adnum = a.attnum
 where o.relkind in ('r', 'p', 'v', 'm')
union all
select format('constraint %s.%s %s', o.relname, k.conname, pg_get_constraintdef(k.oid))
  from pg_constraint k join own o on o.oid = k.conrelid
union all
select format('index %s', pg_get_indexdef(i.indexrelid)) from pg_index i join own o on o.oid = i.indrelid
union all
select format('trigger %s', pg_get_triggerdef(t.oid)) from pg_trigger t join own o on o.oid = t.tgrelid where not t.tgisinternal
union all
select format('function %s', pg_get_functiondef(p.oid)) from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p')
union all
select format('enum %s.%s %s', t.typname, e.enumlabel, row_number() over (partition by t.oid order by e.enumsortorder))
  from pg_enum e join pg_type t on t.oid = e.enumtypid
union all
select format('domain %s %s', t.typname, pg_get_constraintdef(k.oid)) from pg_type t join pg_constraint k on k.contypid = t.oid
union all
select format('view %s %s', o.relname, pg_get_viewdef(o.oid)) from own o where o.relkind in ('v', 'm')
union all
select format('sequence %s', o.relname) from own o where o.relkind = 'S'
union all
select format('extension %s', extname) from pg_extension
order by line`;

/** The catalog of a database, sorted, to compare with another's. */
export async function readCatalog(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ line: string }>(CATALOG);
    return rows.map((row) => row.line);
  });
}
