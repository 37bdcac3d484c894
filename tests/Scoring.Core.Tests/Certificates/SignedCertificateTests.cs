using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Scoring.Core.Certificates;

namespace Scoring.Core.Tests.Certificates;

public sealed class SignedCertificateTests : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static CertificateFacts Facts { get; } = new(
        "YDB2026-DG-001", "荣誉证书", "欧阳𠅤䶮", "安阳恒泰电气有限公司", "电工", "一等奖", "2026年安阳市先进制造业劳动技能竞赛暨第一届“殷都杯”职工技能大赛",
        ["安阳市总工会", "安阳市工业和信息化局", "安阳市人力资源和社会保障局"], new DateOnly(2026, 4, 23));

    private Dictionary<string, byte[]> Keys => new() { [SignedCertificate.KeyIdOf(PublicKey)] = PublicKey };

    private byte[] PublicKey => key.ExportSubjectPublicKeyInfo();

    public void Dispose() => key.Dispose();

    [Fact]
    public void A_signed_certificate_reads_back_every_fact_and_verifies_with_the_public_key_alone()
    {
        var check = SignedCertificate.Verify(SignedCertificate.Sign(Facts, key), Keys, out var read);

        Assert.Equal(SignatureCheck.Genuine, check);
        Assert.NotNull(read);
        Assert.Equal(
            (Facts.Number, Facts.Name, Facts.Award, Facts.Trade, Facts.Competition, Facts.Date, SignedCertificate.KeyIdOf(PublicKey)),
            (read.Number, read.Name, read.Award, read.Trade, read.Competition, read.Date, read.KeyId));
        Assert.Equal(Facts.Issuers, read.Issuers);
        Assert.Equal(Facts.Organization, read.Organization);
    }

    [Fact]
    public void Texts_that_leave_no_room_for_the_organization_are_signed_without_it()
    {
        var room = Facts with { Competition = new string('赛', 100), Issuers = [new string('会', 50)] };
        Assert.True(SignedCertificate.Fits(room));
        foreach (var (facts, signed) in new[] { (room with { Organization = "厂" }, "厂"), (room with { Organization = new string('厂', 60) }, null) })
        {
            Assert.Equal(SignatureCheck.Genuine, SignedCertificate.Verify(SignedCertificate.Sign(facts, key), Keys, out var read));
            Assert.Equal((signed, facts.Name), (read!.Organization, read.Name));
        }
    }

    [Fact]
    public void An_honour_of_the_whole_contest_has_no_trade()
    {
        SignedCertificate.Verify(SignedCertificate.Sign(Facts with { Trade = null }, key), Keys, out var read);

        Assert.NotNull(read);
        Assert.Null(read.Trade);
    }

    public static TheoryData<string, CertificateFacts> ChangedFacts => new()
    {
        { "number", Facts with { Number = "YDB2026-DG-002" } },
        { "name", Facts with { Name = "欧阳㛃" } },
        { "award", Facts with { Award = "二等奖" } },
        { "trade", Facts with { Trade = "钳工" } },
        { "contest", Facts with { Competition = Facts.Competition + "。" } },
        { "issuers", Facts with { Issuers = ["安阳市总工会"] } },
        { "order of issuers", Facts with { Issuers = [.. Facts.Issuers.Reverse()] } },
        { "organization", Facts with { Organization = "安阳恒泰电气有限公司二分公司" } },
        { "no organization", Facts with { Organization = null } },
        { "date", Facts with { Date = new DateOnly(2026, 4, 24) } },
    };

    [Theory]
    [MemberData(nameof(ChangedFacts))]
    public void A_signature_does_not_fit_any_other_fact(string field, CertificateFacts changed)
    {
        var genuine = Assert.IsType<byte[]>(QrText.Decode(SignedCertificate.Sign(Facts, key)));
        var other = Assert.IsType<byte[]>(QrText.Decode(SignedCertificate.Sign(changed, key)));
        var forged = QrText.Encode([.. other[..^64], .. genuine[^64..]]);

        Assert.True(SignedCertificate.Verify(forged, Keys, out _) == SignatureCheck.Forged, field);
    }

    [Fact]
    public void No_single_bit_can_change()
    {
        var bytes = Assert.IsType<byte[]>(QrText.Decode(SignedCertificate.Sign(Facts, key)));
        for (var bit = 0; bit < bytes.Length * 8; bit += Cases.AreFew ? 37 : 1)
        {
            var changed = bytes.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.NotEqual(SignatureCheck.Genuine, SignedCertificate.Verify(QrText.Encode(changed), Keys, out _));
        }
    }

    [Fact]
    public void Cut_short_or_lengthened_payloads_are_never_genuine()
    {
        var payload = SignedCertificate.Sign(Facts, key);
        for (var length = 0; length < payload.Length; length++)
        {
            Assert.NotEqual(SignatureCheck.Genuine, SignedCertificate.Verify(payload[..length], Keys, out _));
        }

        Assert.Equal(SignatureCheck.Unreadable, SignedCertificate.Verify(QrText.Encode([.. QrText.Decode(payload)!, 0]), Keys, out _));
        Assert.Equal(SignatureCheck.Unreadable, SignedCertificate.Verify("扫错了", Keys, out _));
    }

    [Fact]
    public void Another_issuers_key_is_unknown_and_the_facts_still_read()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        var check = SignedCertificate.Verify(SignedCertificate.Sign(Facts, other), Keys, out var read);

        Assert.Equal(SignatureCheck.UnknownKey, check);
        Assert.Equal(Facts.Number, read?.Number);
    }

    [Fact]
    public void A_key_on_another_curve_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.Throws<ArgumentException>(() => SignedCertificate.Sign(Facts, other));
    }

    [Fact]
    public void The_link_holds_only_characters_of_a_QRs_small_alphabet_and_gives_its_payload_back()
    {
        var payload = SignedCertificate.Sign(Facts, key);
        var link = VerificationLink.Write(new Uri("http://192.168.1.10:5080/portal"), payload);

        Assert.Matches(new Regex(@"^HTTP://192\.168\.1\.10:5080/V/[0-9A-Z$*+.\-]+$", RegexOptions.None, TimeSpan.FromSeconds(1)), link);
        Assert.True(Uri.TryCreate(link, UriKind.Absolute, out var address) && address.AbsolutePath == VerificationLink.Path + payload);
        Assert.Equal(payload, VerificationLink.PayloadOf($" {link}\n"));
        Assert.Equal(SignatureCheck.Genuine, SignedCertificate.Verify(VerificationLink.PayloadOf(link.ToLowerInvariant()), Keys, out _));
    }

    [Fact]
    public void Facts_too_long_for_a_QR_do_not_fit()
    {
        Assert.True(SignedCertificate.Fits(Facts));
        Assert.False(SignedCertificate.Fits(Facts with { Competition = new string('赛', 200) }));
        Assert.False(SignedCertificate.Fits(Facts with { Competition = new string('赛', 120), Issuers = [.. Enumerable.Repeat(new string('会', 40), 3)] }));
        Assert.Throws<ArgumentException>(() => SignedCertificate.Sign(Facts with { Competition = new string('赛', 200) }, key));
    }

    [Fact]
    public void Exactly_465_bytes_with_the_signature_fit()
    {
        // 1 version, 4 key, 4 date; a length byte and the text of number 10, name 10, award 10, trade 0, contest 200; 1 count; issuer 1 + 155: 401, and 64 of signature.
        CertificateFacts Of(int issuer) => Facts with
        {
            Number = new string('1', 10), Name = new string('n', 10), Award = new string('a', 10), Trade = null, Competition = new string('c', 200), Issuers = [new string('i', issuer)],
        };

        Assert.True(SignedCertificate.Fits(Of(155)));
        Assert.False(SignedCertificate.Fits(Of(156)));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void The_organization_is_signed_as_long_as_all_is_465_bytes(int organization, bool signed)
    {
        // As above with an issuer of 144 and, of version 2, a length byte and the organization: 391 + 10 and 64 of signature.
        var facts = Facts with
        {
            Number = new string('1', 10), Name = new string('n', 10), Award = new string('a', 10), Trade = null, Competition = new string('c', 200),
            Issuers = [new string('i', 144)], Organization = new string('o', organization),
        };

        Assert.Equal(SignatureCheck.Genuine, SignedCertificate.Verify(SignedCertificate.Sign(facts, key), Keys, out var read));
        Assert.Equal(signed ? facts.Organization : null, read!.Organization);
    }

    [Fact]
    public void A_text_of_255_bytes_is_the_longest_and_half_a_character_is_none()
    {
        var longest = Facts with { Competition = new string('赛', 127) + "A", Issuers = [] };

        Assert.Equal(SignatureCheck.Genuine, SignedCertificate.Verify(SignedCertificate.Sign(longest, key), Keys, out var read));
        Assert.Equal(longest.Competition, read!.Competition);
        Assert.Empty(read.Issuers);
        Assert.Throws<ArgumentException>(() => SignedCertificate.Sign(longest with { Competition = new string('赛', 128) }, key));
        Assert.False(SignedCertificate.Fits(Facts with { Name = "\uD842" }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(255)]
    [InlineData(256)]
    public void Any_bytes_come_back_from_their_text(int length)
    {
        var bytes = Enumerable.Range(0, length).Select(i => (byte)(255 - (i * 7))).ToArray();

        Assert.Equal(bytes, QrText.Decode(QrText.Encode(bytes)));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("...")]
    [InlineData("..")]
    [InlineData("0 0")]
    public void Text_that_is_no_bytes_is_not_decoded(string text) => Assert.Null(QrText.Decode(text));
}
