// What common programs do, by their manual pages: what a script can, and what it surely cannot do.

/** Programs that print what is in the files which their words name. */
export const readers = /^(?:awk|cat|grep|head|jq|less|sed|tail|wc)$/;

/** Programs that connect to a server, and listen to nobody. */
export const clients =
  /^(?:nc|ncat|wget|curl|telnet|pg_isready|psql|pg_dump|mysql|mysqladmin|mariadb|mariadb-admin|redis-cli|mongosh?|wait-for-it(?:\.sh)?|wait-for(?:\.sh)?|wait4x|dockerize|grpc_health_probe|grpcurl)$/;

/** Programs that write to no file but those that their words name. */
export const writesNamedFiles =
  /^(?:\[|\[\[|:|awk|basename|break|cat|chmod|chown|continue|cp|cut|date|dirname|echo|env|exec|exit|export|expr|false|getent|grep|head|hostname|id|jq|local|ls|mkdir|mv|nc|nslookup|printf|read|return|rm|sed|seq|set|sleep|tail|tee|test|touch|tr|trap|true|uname|wait|wc|)$/;
