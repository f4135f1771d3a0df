-- Statistics of closed sessions. Built beside running instances where the database can (PostgreSQL), outside a
-- transaction: what was cut off leaves an index that is not valid, so it is dropped first.
drop index ${concurrently} if exists sessions_by_close_time;
create index ${concurrently} sessions_by_close_time on sessions (close_time) ${only_closed};
