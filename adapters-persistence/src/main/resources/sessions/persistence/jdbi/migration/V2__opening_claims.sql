-- Which session was opened under which idempotency key. Key and request are kept as SHA-256 digests.
-- The primary key is the distribution key of a distributed database: a claim and its session may lie on two nodes.
create table opening_claims (
    request_key   varchar(64) not null primary key,
    request_hash  varchar(64) not null,
    session_id    uuid        not null,
    forgotten_at  bigint      not null
);

-- The removal of what is forgotten.
create index opening_claims_by_forgotten_at on opening_claims (forgotten_at);
