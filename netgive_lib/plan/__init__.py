"""The plan: whom to contact in which week, and with which offer."""

from netgive_lib.plan.candidates import TERMS, Terms
from netgive_lib.plan.horizon import Horizon, PlanError
from netgive_lib.plan.planning import Plan, make_plan

__all__ = ["TERMS", "Horizon", "Plan", "PlanError", "Terms", "make_plan"]
