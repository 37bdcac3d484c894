using System.Diagnostics.Metrics;

namespace Scoring.Display.Screens;

/// <summary>Counters of the meter <c>Scoring.Screens</c>: what goes out to screens and phones.</summary>
public sealed class ScreenMetrics : IDisposable
{
    public const string MeterName = "Scoring.Screens", Sent = "screens.messages.sent", Connections = "screens.connections";

    public Meter Meter { get; } = new(MeterName);

    public ScreenMetrics(Watchers watchers)
    {
        Meter.CreateObservableCounter(Sent, () => watchers.Sent, "{message}", "Boards and scenes handed to connections");
        Meter.CreateObservableGauge(Connections, () => watchers.Connected, "{connection}", "Screens and phones that watch");
    }

    public void Dispose() => Meter.Dispose();
}
