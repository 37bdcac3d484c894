using System.Text.Json;
using Dapper;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Json;
using Scoring.Core.Ledger;
using Scoring.Core.People;

namespace Scoring.Api.Storage;

/// <summary>Screens, ceremonies, their plans and set freezes in the catalog.</summary>
public sealed class ScreenRows(Catalog catalog)
{
    private sealed record CeremonyRow(string Competition, long Step, long Version, string? StartedAt);

    private sealed record FreezeRow(string Competition, string Trade, string At, string Role, string Account);

    public IReadOnlyList<ScreenState> Screens()
    {
        using var db = catalog.Connect();
        return [.. db.Query<string>("SELECT state FROM screens ORDER BY name").Select(Read<ScreenState>)];
    }

    public void Keep(ScreenState screen) => Execute(
        "INSERT INTO screens (name, state) VALUES (@Name, @State) ON CONFLICT (name) DO UPDATE SET state = @State", new { screen.Name, State = Write(screen) });

    public void Forget(string screen) => Execute("DELETE FROM screens WHERE name = @screen", new { screen });

    public IReadOnlyList<(CompetitionId Competition, int Step, long Version, DateTimeOffset? StartedAt)> Ceremonies()
    {
        using var db = catalog.Connect();
        return [.. db.Query<CeremonyRow>("SELECT competition AS Competition, step AS Step, version AS Version, started_at AS StartedAt FROM ceremonies")
            .Select(r => (new CompetitionId(r.Competition), (int)r.Step, r.Version, r.StartedAt is { } at ? StoredTime.Read(at) : (DateTimeOffset?)null))];
    }

    public void Keep(PresenterView ceremony) => Execute(
        """
        INSERT INTO ceremonies (competition, step, version, started_at) VALUES (@Competition, @Step, @Version, @StartedAt)
        ON CONFLICT (competition) DO UPDATE SET step = @Step, version = @Version, started_at = @StartedAt
        """,
        new { Competition = ceremony.Competition.Value, ceremony.Step, ceremony.Version, StartedAt = ceremony.StartedAt is { } at ? StoredTime.Write(at) : null });

    public IReadOnlyList<PlannedPart>? Plan(CompetitionId competition)
    {
        using var db = catalog.Connect();
        var plan = db.QueryFirstOrDefault<string>("SELECT plan FROM ceremony_plans WHERE competition = @Value", new { competition.Value });
        return plan is null ? null : Read<IReadOnlyList<PlannedPart>>(plan);
    }

    public void Keep(CompetitionId competition, IReadOnlyList<PlannedPart> plan) => Execute(
        "INSERT INTO ceremony_plans (competition, plan) VALUES (@Value, @Plan) ON CONFLICT (competition) DO UPDATE SET plan = @Plan",
        new { competition.Value, Plan = Write(plan) });

    public IReadOnlyList<ScreenPlan> ScreenPlans()
    {
        using var db = catalog.Connect();
        return [.. db.Query<string>("SELECT plan FROM screen_plans ORDER BY name").Select(Read<ScreenPlan>)];
    }

    public void Keep(ScreenPlan plan) => Execute(
        "INSERT INTO screen_plans (name, plan) VALUES (@Name, @Plan) ON CONFLICT (name) DO UPDATE SET plan = @Plan",
        new { plan.Name, Plan = Write(plan) });

    public void ForgetPlan(string name) => Execute("DELETE FROM screen_plans WHERE name = @name", new { name });

    public IReadOnlyList<SetFreeze> Freezes()
    {
        using var db = catalog.Connect();
        return [.. db.Query<FreezeRow>("SELECT competition AS Competition, trade AS Trade, at AS At, role AS Role, account AS Account FROM freezes ORDER BY at")
            .Select(r => new SetFreeze(new(r.Competition), new(r.Trade), StoredTime.Read(r.At), Setter(r.Role, r.Account, new(r.Competition), new(r.Trade))))];
    }

    public void Keep(SetFreeze freeze) => Execute(
        """
        INSERT INTO freezes (competition, trade, at, role, account) VALUES (@Competition, @Trade, @At, @Role, @Account)
        ON CONFLICT (competition, trade) DO UPDATE SET at = @At, role = @Role, account = @Account
        """,
        new { Competition = freeze.Competition.Value, Trade = freeze.Trade.Value, At = StoredTime.Write(freeze.At), Role = freeze.By.Role.ToString(), Account = freeze.By.Id });

    public void Forget(CompetitionId competition, TradeId trade) => Execute(
        "DELETE FROM freezes WHERE competition = @Competition AND trade = @Trade", new { Competition = competition.Value, Trade = trade.Value });

    private void Execute(string sql, object with)
    {
        using var db = catalog.Connect();
        db.Execute(sql, with);
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, ScoringJson.Options);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, ScoringJson.Options) ?? throw new JsonException("a kept screen is null");

    // Whoever set it held the office then; that it was so is what the row says.
    private static Actor Setter(string role, string account, CompetitionId competition, TradeId trade) =>
        Enum.Parse<Role>(role) is var held && held == Role.Admin ? new(held, account, new(null, [])) : new(held, account, new(competition, [trade]));
}
