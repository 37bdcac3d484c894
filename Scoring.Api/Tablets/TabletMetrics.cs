using System.Diagnostics.Metrics;

namespace Scoring.Api.Tablets;

/// <summary>Counters of the meter <c>Scoring.Tablets</c>.</summary>
public sealed class TabletMetrics : IDisposable
{
    public const string MeterName = "Scoring.Tablets", Connections = "tablets.connections", Waiting = "tablets.waiting";

    public Meter Meter { get; } = new(MeterName);

    public TabletMetrics(PairedTablets devices)
    {
        Meter.CreateObservableGauge(Connections, () => devices.All.Count(d => d.Connected), "{connection}", "Tablets that are connected");
        Meter.CreateObservableGauge(Waiting, () => devices.All.Sum(d => d.Waiting), "{sheet}", "Sheets that wait in tablets, as they last said");
    }

    public void Dispose() => Meter.Dispose();
}
