using System.Security.Cryptography;
using Scoring.Core.Certificates;
using Scoring.Core.Definition;

namespace Scoring.Core.Tests.Certificates;

/// <summary>R-H5, R-H6: numbers as people type them, the number after the last, what a payload says of itself, who holds a
/// team's.</summary>
public sealed class CertificateTermsTests
{
    [Theory]
    [InlineData("YDB2026", "DG", "", 1)]
    [InlineData("YDB2026", "DG", "YDB2026-DG-001 YDB2026-DG-009 YDB2026-DG-003", 10)]
    [InlineData("YDB2026", "DG", "YDB2026-DG-999", 1000)]
    [InlineData("YDB2026", "DG", "YDB2026-QG-050 YDB2025-DG-070 ydb2026-DG-080", 1)]
    [InlineData("YDB2026", "DG", "YDB2026-DG-x YDB2026-DG--5 YDB2026-DG- YDB2026-DG-2", 3)]
    [InlineData("YDB2026", null, "YDB2026-007 YDB2026-DG-050", 8)]
    [InlineData("YDB2026", "", "YDB2026-007", 8)]
    public void The_next_number_is_one_above_all_that_were_given(string prefix, string? trade, string given, int next) =>
        Assert.Equal(next, CertificateNumber.Next(prefix, trade, given.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("YDB2026-DG-001")]
    [InlineData(" ydb2026-dg-001\t")]
    [InlineData("ＹＤＢ２０２６－ＤＧ－００１")]
    [InlineData("YDB 2026–DG—0\u200B01")]
    [InlineData("YDB2026−DGー001")]
    [InlineData("YDB2026‐DG―001")]
    public void A_number_is_known_however_it_is_typed(string typed) => Assert.Equal("YDB2026-DG-001", CertificateNumber.AsTyped(typed));

    [Fact]
    public void A_payload_names_its_key_and_has_one_print_in_capitals_and_small_letters()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var payload = SignedCertificate.Sign(
            new("YDB2026-DG-001", "荣誉证书", "李", "厂", "电工", "一等奖", "殷都杯", ["工会"], new DateOnly(2026, 4, 23)), key);
        var known = key.ExportSubjectPublicKeyInfo();

        Assert.Equal(SignedCertificate.KeyIdOf(known), SignedCertificate.KeyOf(payload));
        Assert.Equal(8, SignedCertificate.KeyOf(payload)!.Length);
        Assert.Null(SignedCertificate.KeyOf("扫错了"));
        Assert.Null(SignedCertificate.KeyOf(QrText.Encode(new byte[64])));
        Assert.Equal(SignedCertificate.PrintOf(payload), SignedCertificate.PrintOf(payload.ToLowerInvariant()));
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            SignedCertificate.PrintOf("")); // SHA-256 of nothing
        Assert.Equal(payload, VerificationLink.PayloadOf($" {payload} "));
        var made = 0;
        Assert.Equal(SignatureCheck.Genuine, SignedCertificate.Verify(
            payload, new Dictionary<string, byte[]> { [SignedCertificate.KeyIdOf(known)] = known }, out _, () =>
            {
                made++;
                return ECDsa.Create();
            }));
        Assert.Equal(1, made);
    }

    [Theory]
    [InlineData(0)] // a version that is not known
    [InlineData(3)]
    public void A_payload_of_another_version_is_unreadable(byte version)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var bytes = QrText.Decode(SignedCertificate.Sign(
            new("1", "荣誉证书", "李", "厂", null, "一等奖", "殷都杯", [], new DateOnly(2026, 4, 23)), key))!;
        Assert.Equal(2, bytes[0]);
        Assert.NotNull(SignedCertificate.KeyOf(QrText.Encode(bytes)));
        bytes[0] = version;

        Assert.Null(SignedCertificate.KeyOf(QrText.Encode(bytes)));
    }

    [Fact]
    public void A_share_is_held_in_the_teams_and_prizes_of_the_own_trade()
    {
        Competition With(params TeamRanking[] rankings) => new(new("ydb"), "殷都杯", TeamRankings: rankings);
        IEnumerable<string> Shared(Competition competition, string? team = null) => TeamHolder.Shared(
            competition, new(new("E1"), "李", new("org"), new("dg"), Team: team)).Select(e => e.Value).Order(StringComparer.Ordinal);
        var all = new TeamRanking("团体", TeamMethod.BestTotals);

        Assert.Equal(["prize:团体/org", "team:团体/org"], Shared(With(all), "一队"));
        Assert.Equal(["prize:团体/org", "team:团体/org/一队"], Shared(With(all with { Unit = TeamUnit.NamedTeam }), "一队"));
        Assert.Equal(["prize:团体/org", "team:团体/org"], Shared(With(all with { Trades = [new("dg")] })));
        Assert.Empty(Shared(With(all with { Trades = [new("qg")] })));
        Assert.Empty(Shared(With(all with { Tag = "区县" })));
        Assert.Empty(Shared(new(new("ydb"), "殷都杯")));
    }
}
