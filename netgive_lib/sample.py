"""TEMPORARY STUB so that the pages can be tried: whoever writes the samples overwrites this file."""
import random
from datetime import date, timedelta
import polars as pl
from netgive_lib.network import Network
NAMES=("story",)
def load_sample(name):
    return generate(90,700,1)
def sample_today(network):
    return date.fromisoformat(network.setting("today")) if network.setting("today") else None
def generate(people, exchanges, seed, today=date(2026,11,2)):
    r=random.Random(seed)
    ids=[f"p{i}" for i in range(people)]
    n=Network(people=pl.DataFrame({"id":["me",*ids],"name":["Ines Duarte",*[f"Person {i}" for i in range(people)]],"ring":[None,*[r.choice([None,1,2,3,4,5]) for _ in ids]],"circle":[None,*[r.choice(["a","b","c"]) for _ in ids]]}))
    rows=[{"id":f"e{i}","date":today-timedelta(days=r.randint(0,1500)),"actor":"me","kind":r.choice(["give","ask","touch"]),"other":r.choice(ids),"weight":1.0} for i in range(exchanges)]
    return n.with_rows("exchanges",pl.DataFrame(rows)).with_settings({"today":today.isoformat()})
