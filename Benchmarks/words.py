"""The words of titles, names and places in the histories."""

ADJECTIVES = """adaptive robust sparse implicit stochastic scalable differentiable neural parallel bounded
symbolic hybrid causal modular efficient certified distributed probabilistic dynamic physical""".split()
NOUNS = """solvers networks models surrogates compilers equations manifolds fields graphs kernels operators
estimators controllers flows tensors simulations schedulers indices proofs sensors""".split()
FIELDS = """turbulence combustion genomics robotics astronomy epidemics chemistry climate finance vision speech
materials hydrology neuroscience photonics logistics seismology oncology cryptography linguistics""".split()
GIVEN = """Ada Björn Chloé Dinesh Emeka Fatima Gökhan Hana Ivo Jūratė Kenji Lior Maëlle Nuno Oksana Priya
Quentin Rosa Søren Tariq Uma Viktor Wren Xiao Yara Zoltán""".split()
FAMILY_START = """Al Bar Cor Dal Er Fal Gran Hol Ib Jan Kov Lar Mor Nak Ols Per Quin Ros Sal Tor Ul Var Wes
Yam Zim""".split()
FAMILY_END = "berg do ens gard ic ova man sen son ton vić yan".split()
VENUES = """Journal of Computational Methods|Transactions on Scientific Software|Conference on Learning Systems
Symposium on Numerical Analysis|Annals of Applied Modelling|Workshop on Physics and Learning
Proceedings of the Institute of Computing|Letters on Dynamics""".replace("\n", "|").split("|")
CITIES = "Berlin|Cambridge, MA|Kyoto|São Paulo|Nairobi|Vancouver|Zürich|Singapore|Lyon|Austin, TX".split("|")
FUNDERS = "National Science Fund|European Research Board|Ministry of Science|Deep Sea Foundation".split("|")
