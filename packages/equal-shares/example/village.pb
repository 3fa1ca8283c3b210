META
key;value
description;Musyawarah desa, an invented example
country;Indonesia
num_projects;5
num_votes;10
budget;50000000
currency;IDR
vote_type;approval
rule;equalshares/add1
PROJECTS
project_id;cost;votes;name
jalan;24000000;6;Perbaikan jalan dusun utara
balai;22000000;5;Renovasi balai desa
sumur;15000000;4;Sumur bor dusun selatan
lampu;4500000;4;Lampu jalan tenaga surya
taman;9000000;3;Taman bermain
VOTES
voter_id;vote
1;jalan,balai,lampu
2;jalan,balai,lampu
3;jalan,balai
4;jalan,balai
5;jalan,balai,lampu
6;jalan
7;sumur,taman
8;sumur,taman
9;sumur,taman
10;sumur,lampu
