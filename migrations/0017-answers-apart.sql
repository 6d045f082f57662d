-- Who has answered a questionnaire is written anew with every sheet: all rows of an attempt bear one transaction and lie in the order of
-- persons, so that none is a sheet's neighbour. Row versions left behind are cleared away within minutes.
grant delete on evaluation_answered to hexie_app;
alter table evaluation_answered set (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0);
