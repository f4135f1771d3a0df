-- Times are milliseconds since 1970 in UTC, which every database compares and adds alike.
-- The primary key is the distribution key of a distributed database: no sequence, trigger or foreign key.
create table sessions (
    id            uuid         not null primary key,
    user_id       varchar(255) not null,
    user_name     varchar(1024),
    active        boolean      not null,
    open_time     bigint       not null,
    close_time    bigint,
    request_time  bigint       not null,
    address       varchar(1024),
    client        varchar(1024),
    user_content  text,
    data_content  text,
    version       bigint       not null,
    expires_at    bigint       not null,
    -- Coarse (15 minutes), so that most requests change no indexed column; null once closed, so that the sweep's
    -- index holds active sessions only.
    expiry_bucket bigint generated always as (case when active then expires_at / 900000 end) ${stored}
) ${table_options};

-- Lists, newest first.
create index sessions_by_open_time on sessions (open_time desc, id desc);
create index sessions_by_user on sessions (user_id, open_time desc, id desc);
-- The sweep.
create index sessions_by_expiry on sessions (expiry_bucket, id);
