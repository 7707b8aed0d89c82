// Bare Fastify and a pg pool of ten: one prepared statement reads the same columns of the same row as ours, and its row is
// the answer. No token, no field view, no computed status. Frozen: a change here changes every published figure.
import { fastify } from 'fastify';
import pg from 'pg';

const READ = `
  select i.id, i.name, i.credit_code, i.kind, i.side, i.level, i.grade, i.division, i.host_id, i.ownership,
    i.profit_nature, i.investment_origin, i.operation_state, i.started_on, i.is_integrated, i.version,
    coalesce((select jsonb_agg(jsonb_build_object('id', q.id, 'side', q.side, 'path', q.path, 'state', q.state,
      'validFrom', q.valid_from, 'validTo', q.valid_to, 'stateSince', q.state_since) order by q.id)
      from qualification q where q.institution_id = i.id), '[]') as qualifications,
    coalesce((select jsonb_agg(jsonb_build_object('kind', b.bed_kind, 'approved', b.approved, 'operating', b.operating,
      'blocked', b.blocked) order by b.bed_kind) from bed_inventory b where b.institution_id = i.id), '[]') as beds,
    coalesce((select jsonb_agg(jsonb_build_object('side', q.side, 'state', q.state, 'validFrom', q.valid_from,
      'validTo', q.valid_to)) from qualification q join institution u on u.id = q.institution_id where u.host_id = i.id),
      '[]') as unit_qualifications
  from institution i where i.id = $1`;

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const server = fastify();

server.get<{ Params: { id: string } }>('/v1/institutions/:id', async (request, reply) => {
  const { rows } = await pool.query<{ id: string }>({ name: 'institution', text: READ, values: [request.params.id] });
  return rows[0] ?? reply.status(404).send({});
});

await server.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
