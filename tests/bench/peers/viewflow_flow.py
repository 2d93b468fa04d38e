"""A paraf, then a signature, each on the desk of one officer; read once Django is set up."""

from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.flow.views import UpdateProcessView
from viewflow.workflow.models import Process


class ParafFlow(flow.Flow):
    """The two steps of our SOP that the measured one leads from and to."""

    process_class = Process

    start = flow.StartHandle().Next(this.paraf)
    paraf = flow.View(UpdateProcessView.as_view(fields=[])).Assign(username="kabid").Next(this.sign)
    sign = (
        flow.View(UpdateProcessView.as_view(fields=[]))
        .Assign(username="kepala_dinas")
        .Next(this.end)
    )
    end = flow.End()
